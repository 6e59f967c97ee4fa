import { barsOf, placeOn, type Bars } from './bars-of.ts';
import { grouped, percent } from './scale.ts';
import type { CutLine, Distribution } from './score-report.ts';
import { escapeHtml } from './words.ts';

/** Units of the drawing; it stretches to the width of its card while the text beside it keeps its size. */
const WIDTH = 1000;
const HEIGHT = 160;
const GAP = 0.12;
const LABELS_MAX = 6;

/** A histogram with its cut lines. Those below the axis stand beside it as a figure: they are often nearly all. */
export function drawDistribution(distribution: Distribution, customers: number): string {
  const { name, meaning, sentence, histogram, scale, cuts } = distribution;
  const bars = barsOf(
    histogram,
    scale,
    cuts.map(({ at }) => at),
  );
  const fullest = Math.max(0, ...bars.counts);
  return `<section class="card distribution" data-measure="${escapeHtml(name)}">
<h2>${escapeHtml(name)}<small>${escapeHtml(meaning)}</small></h2>
<p class="says">${escapeHtml(sentence)}</p>
<p class="below"><b>${grouped(bars.below)}</b> 位${scale.below}（${percent(bars.below, customers)}），不画在图里。</p>
${fullest === 0 ? '<p class="empty">没有可画的客户。</p>' : drawBars(distribution, bars, fullest)}
<p class="cuts">${cuts.map(({ text }) => escapeHtml(text)).join(' · ')}</p>
</section>`;
}

function drawBars({ name, scale, cuts }: Distribution, bars: Bars, fullest: number): string {
  const { counts, edges } = bars;
  const width = WIDTH / counts.length;
  const columns = counts.map((count, nth) => {
    const height = count === 0 ? 0 : Math.max(1.5, (HEIGHT * count) / fullest);
    const title = `${scale.write(edges[nth] ?? 0)}起，不到 ${scale.write(edges[nth + 1] ?? 0)}：${grouped(count)} 位`;
    return `<rect x="${fixed((nth + GAP / 2) * width)}" y="${fixed(HEIGHT - height)}" width="${fixed(width * (1 - GAP))}" height="${fixed(height)}"><title>${title}</title></rect>`;
  });
  const placed = cuts.map((cut) => ({ cut, place: placeOn(bars, cut.at, scale.isLogarithmic) }));
  const lines = placed.map(
    ({ place }) => `<line x1="${fixed(place * WIDTH)}" x2="${fixed(place * WIDTH)}" y1="0" y2="${HEIGHT}"/>`,
  );
  const mark = ({ cut, place }: { cut: CutLine; place: number }): string =>
    `<span style="left:${fixed(100 * place)}%">${escapeHtml(cut.mark)}</span>`;
  const every = Math.ceil(edges.length / LABELS_MAX);
  const labels = edges
    .map((edge, nth) => ({ edge, nth }))
    .filter(({ nth }) => nth % every === 0)
    .map(({ edge, nth }) => {
      const end = nth === 0 ? ' class="first"' : nth === counts.length ? ' class="last"' : '';
      return `<span${end} style="left:${fixed((100 * nth) / counts.length)}%">${scale.write(edge)}</span>`;
    });
  return `<figure>
<figcaption>最高的一根是 ${grouped(fullest)} 位</figcaption>
<div class="marks" aria-hidden="true">${placed.map(mark).join('')}</div>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(name)}的分布，${counts.length} 段，最高 ${grouped(fullest)} 位">
${columns.join('')}
${lines.join('')}
</svg>
<div class="axis" aria-hidden="true">${labels.join('')}</div>
</figure>`;
}

const fixed = (value: number): string => String(Number(value.toFixed(2)));
