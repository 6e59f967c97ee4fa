import { drawDistribution } from './draw-distribution.ts';
import { drawHeatMap } from './draw-heat-map.ts';
import { drawParts } from './draw-parts.ts';
import { drawQuality } from './draw-quality.ts';
import { PAGE_STYLE } from './page-style.ts';
import type { Quality } from './quality.ts';
import { grouped } from './scale.ts';
import type { ScoreReport } from './score-report.ts';
import { customersOf, escapeHtml, yuanOf } from './words.ts';

/** A favicon of no bytes, so that a browser asks nobody for one. */
const NO_ICON = '<link rel="icon" href="data:,">';

/**
 * The page that tells a run to people: one file that loads nothing and runs no script.
 * @param repeated lines that repeated an id; null when the file has none
 */
export function reportPage(
  report: ScoreReport,
  input: string,
  quality: Quality,
  repeated: number | null,
): string {
  const { customers, purchases, amountFen, withPurchase } = report;
  const figures = [
    ['客户', grouped(customers), '文件里可以评分的每位客户算一位'],
    ['有购买的客户', grouped(withPurchase), `统计范围内至少一笔，${customersOf(withPurchase, customers)}`],
    ['购买', `${grouped(purchases)} 笔`, '统计范围内，退回的行不算'],
    ['金额', `${yuanOf(amountFen)} 元`, '统计范围内全部购买的合计'],
  ].map(
    ([name, value, meaning]) =>
      `<div><dt>${name}</dt><dd><b>${value}</b><small>${meaning}</small></dd></div>`,
  );
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>客户评分报告 · ${escapeHtml(report.asOf)}</title>
${NO_ICON}
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<header>
<h1>客户评分报告</h1>
<p>${escapeHtml(report.model)} · ${escapeHtml(report.span)} · 统计日 ${escapeHtml(report.asOf)}（当天不计）· 文件 ${escapeHtml(input)}</p>
</header>
<section class="card" id="totals" aria-label="总数"><dl class="figures">${figures.join('\n')}</dl></section>
${drawParts(report)}
${drawHeatMap(report)}
<div class="pair">
${report.distributions.map((each) => drawDistribution(each, customers)).join('\n')}
</div>
${drawQuality(report, quality, repeated)}
</main>
</body>
</html>
`;
}
