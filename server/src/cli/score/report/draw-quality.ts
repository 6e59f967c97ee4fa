import type { Quality } from './quality.ts';
import { grouped, percent } from './scale.ts';
import type { Figure, ScoreReport } from './score-report.ts';
import { escapeHtml } from './words.ts';

/** What the lines and the customers' own figures say about the data, faults first. */
export function drawQuality(report: ScoreReport, quality: Quality, repeated: number | null): string {
  const { rows, rejects, kinds } = quality;
  const sorted = [...kinds].sort(([, a], [, b]) => b - a);
  const faults = sorted.map(([kind, count]) => ({
    name: kind,
    value: grouped(count),
    meaning: `${percent(count, rejects)} 的退回行`,
  }));
  return `<section class="card ${rejects === 0 ? 'is-good' : 'has-faults'}" id="quality">
<h2>数据质量</h2>
<p class="says">${sentenceOf(quality, repeated, sorted[0])}</p>
${faults.length === 0 ? '' : `<h3>退回的行</h3>\n${list(faults)}`}
<h3>值得看一眼的客户</h3>
${list(report.remarks)}
<p class="note">读入 ${grouped(rows)} 行（不含表头与空行）。退回的每一行连同行号和原因在旁边的 .rejects.csv 里。</p>
</section>`;
}

const list = (figures: readonly Figure[]): string =>
  `<dl class="figures">${figures
    .map(
      ({ name, value, meaning }) =>
        `<div><dt>${escapeHtml(name)}</dt><dd><b>${value}</b><small>${escapeHtml(meaning)}</small></dd></div>`,
    )
    .join('\n')}</dl>`;

function sentenceOf(
  { rows, rejects }: Quality,
  repeated: number | null,
  worst: readonly [kind: string, count: number] | undefined,
): string {
  const told = repeated === null ? '' : `；重复出现、只算一次的有 ${grouped(repeated)} 行`;
  if (worst === undefined) return `${grouped(rows)} 行全部可用，没有退回${told}。`;
  const [kind, count] = worst;
  return `${grouped(rows)} 行里退回 ${grouped(rejects)} 行（${percent(rejects, rows)}），最多的原因是${kind}，${grouped(count)} 行${told}。`;
}
