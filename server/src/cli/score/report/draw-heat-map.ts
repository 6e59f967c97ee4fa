import { grouped } from './scale.ts';
import type { HeatMap, ScoreReport } from './score-report.ts';
import { customersOf, escapeHtml } from './words.ts';

/** Shades from a few customers to the fullest cell; the figure in each cell says the same as its shade. */
const SHADES = 5;

/** Customers by amount and frequency, the best in the upper right corner. */
export function drawHeatMap({ heatMap, customers }: ScoreReport): string {
  const { counts, amounts, frequencies, per, word, high } = heatMap;
  const most = Math.max(0, ...counts.flat());
  const cell = (count: number, amount: number, frequency: number): string => {
    const classes = [`heat-${shadeOf(count, most)}`];
    if (high !== null && amount === high.amount) classes.push('above');
    if (high !== null && frequency === high.frequency) classes.push('beside');
    return `<td class="${classes.join(' ')}">${grouped(count)}</td>`;
  };
  const row = (_: unknown, nth: number): string => {
    const amount = counts.length - nth;
    const cells = (counts[amount - 1] ?? []).map((count, at) => cell(count, amount, at + 1));
    return `<tr><th scope="row">${amount} ${word}<small>${escapeHtml(amounts[amount - 1] ?? '')}</small></th>${cells.join('')}</tr>`;
  };
  const heads = frequencies.map(
    (range, nth) => `<th scope="col">${nth + 1} ${word}<small>${escapeHtml(range)}</small></th>`,
  );
  return `<section class="card" id="heat-map">
<h2>金额 × 频次</h2>
<p class="says">${sentenceOf(heatMap, customers)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="金额与频次的客户数表">
<table class="heat">
<caption>每格是客户数；往上金额更高，往右频次更高${high === null ? '' : '。金色线是“高”的界线'}</caption>
<thead><tr><th scope="col">金额 \\ 频次${per === null ? '' : `<small>频次按${per}</small>`}</th>${heads.join('')}</tr></thead>
<tbody>
${counts.map(row).join('\n')}
</tbody>
</table>
</div>
</section>`;
}

/** Roots, so that the few valuable customers are seen beside the many others. */
function shadeOf(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, Math.ceil(SHADES * Math.sqrt(count / most)));
}

function sentenceOf({ counts, word, high }: HeatMap, customers: number): string {
  const cells = counts.flatMap((row, amount) =>
    row.map((count, frequency) => ({ count, amount: amount + 1, frequency: frequency + 1 })),
  );
  const fullest = cells.reduce((best, each) => (each.count > best.count ? each : best), {
    count: 0,
    amount: 0,
    frequency: 0,
  });
  if (fullest.count === 0) return '没有可以放进格子的客户。';
  const place = (each: typeof fullest): string =>
    `金额 ${each.amount} ${word}、频次 ${each.frequency} ${word}`;
  const where = `最满的一格是${place(fullest)}，${customersOf(fullest.count, customers)}`;
  if (high === null) {
    const best = cells.at(-1);
    return `${where}；两项都是最高分的有 ${customersOf(best?.count ?? 0, customers)}。`;
  }
  const both = cells.filter(({ amount, frequency }) => amount >= high.amount && frequency >= high.frequency);
  const count = both.reduce((sum, each) => sum + each.count, 0);
  return `${where}；金额到 ${high.amount} ${word}、频次也到 ${high.frequency} ${word}的有 ${customersOf(count, customers)}。`;
}
