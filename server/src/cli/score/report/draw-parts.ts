import { grouped, percent } from './scale.ts';
import type { Part, ScoreReport } from './score-report.ts';
import { customersOf, escapeHtml, moneyShare, yuanOf } from './words.ts';

/** Sizes of the groups, with a sentence on who is many and who brings the money. */
export function drawParts({ parts, customers, amountFen, division }: ScoreReport): string {
  const most = Math.max(0, ...parts.map((part) => part.customers));
  const row = (part: Part): string => `<tr>
<th scope="row">${escapeHtml(part.name)}</th>
<td class="bar"><span style="width:${most === 0 ? 0 : ((100 * part.customers) / most).toFixed(2)}%"></span></td>
<td>${grouped(part.customers)}</td><td>${percent(part.customers, customers)}</td>
<td class="money">${yuanOf(part.amountFen)}</td><td>${moneyShare(part.amountFen, amountFen)}</td>
</tr>`;
  return `<section class="card" id="parts">
<h2>各${division}人数</h2>
<p class="says">${sentenceOf(parts, customers, amountFen)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="各${division}人数表">
<table class="parts">
<thead><tr><th scope="col">${division}</th><td></td><th scope="col">客户</th><th scope="col">占比</th><th scope="col" class="money">金额（元）</th><th scope="col">占比</th></tr></thead>
<tbody>
${parts.map(row).join('\n')}
</tbody>
</table>
</div>
</section>`;
}

function sentenceOf(parts: readonly Part[], customers: number, amountFen: bigint): string {
  if (customers === 0) return '文件里没有可以评分的客户。';
  const [largest] = [...parts].sort((a, b) => b.customers - a.customers);
  const [richest] = [...parts].sort((a, b) => (b.amountFen > a.amountFen ? 1 : -1));
  if (largest === undefined || richest === undefined) return '';
  const many = `人数最多的是${escapeHtml(largest.name)}，${customersOf(largest.customers, customers)}`;
  if (amountFen <= 0n) return `${many}；统计的范围里没有金额。`;
  const share = moneyShare(richest.amountFen, amountFen);
  if (richest === largest) return `${many}，金额也最多，占 ${share}。`;
  return `${many}；金额最多的是${escapeHtml(richest.name)}，${customersOf(richest.customers, customers)}带来 ${share} 的金额。`;
}
