import { cssTextVariables, cssVariables } from '@siyu/shared/theme';

const variables = Object.entries({ ...cssVariables(), ...cssTextVariables(false) })
  .map(([name, value]) => `${name}:${value};`)
  .join('');

/** Shades of the heat map mix two colours of the theme; text on each reads at 4.5 : 1 or better. */
const mixed = (percent: number): string =>
  `color-mix(in srgb, var(--colour-ink) ${percent}%, var(--colour-ink-tint))`;

export const PAGE_STYLE = `
:root{${variables}}
*{box-sizing:border-box}
body{margin:0;background:var(--colour-ground);color:var(--colour-text);font:var(--text-body)/1.6 var(--font-family);font-variant-numeric:tabular-nums}
main{max-width:1120px;margin:0 auto;padding:24px var(--space-page) 48px;display:grid;grid-template-columns:minmax(0,1fr);gap:var(--space-between-cards)}
header h1{margin:0 0 4px;font-size:var(--text-display);line-height:1.3;color:var(--colour-ink)}
header p{margin:0;color:var(--colour-text-second);overflow-wrap:anywhere}
.card{background:var(--colour-card);border:1px solid var(--colour-line);border-radius:var(--radius-card);padding:var(--space-card)}
h2{margin:0;font-size:var(--text-title);line-height:1.4}
h2 small{margin-left:8px;font-size:var(--text-small);font-weight:400;color:var(--colour-text-second)}
h3{margin:16px 0 4px;font-size:var(--text-body)}
.says{margin:4px 0 12px;font-size:var(--text-normal)}
.below,.note,.cuts{margin:0 0 8px;color:var(--colour-text-second)}
.note{margin:12px 0 0;font-size:var(--text-small)}
.cuts{margin:12px 0 0;font-size:var(--text-small)}
.scroll{overflow-x:auto;border-radius:var(--radius-field)}
.scroll:focus-visible{outline:2px solid var(--colour-info)}
table{border-collapse:collapse;width:100%}
th{font-weight:400;text-align:left}
.parts td,.parts th{padding:9px 8px;border-top:1px solid var(--colour-line);text-align:right;white-space:nowrap}
.parts thead td,.parts thead th{border-top:0;color:var(--colour-text-second);font-size:var(--text-small)}
.parts th:first-child{text-align:left}
.parts .bar{width:34%;min-width:90px}
.bar span{display:block;height:10px;border-radius:var(--radius-chip);background:var(--colour-ink)}
.heat{table-layout:fixed;min-width:620px}
.heat caption{caption-side:bottom;padding-top:8px;text-align:left;font-size:var(--text-small);color:var(--colour-text-second)}
.heat th{padding:6px 8px;font-size:var(--text-body)}
.heat th small{display:block;font-size:var(--text-small);color:var(--colour-text-second)}
.heat td{height:48px;text-align:center;border:2px solid var(--colour-card)}
.heat td.above{border-bottom:3px solid var(--colour-gold)}
.heat td.beside{border-left:3px solid var(--colour-gold)}
.heat-0{background:var(--colour-ground);color:var(--colour-text-third)}
.heat-1{background:var(--colour-ink-tint)}
.heat-2{background:${mixed(14)}}
.heat-3{background:${mixed(30)}}
.heat-4{background:${mixed(82)};color:var(--colour-on-ink)}
.heat-5{background:var(--colour-ink);color:var(--colour-on-ink)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:var(--space-between-cards)}
.pair>:last-child:nth-child(odd){grid-column:1/-1}
figure{margin:0}
figcaption{font-size:var(--text-small);color:var(--colour-text-second)}
svg{display:block;width:100%;height:160px;border-bottom:1px solid var(--colour-outline);overflow:visible}
svg rect{fill:var(--colour-ink)}
svg line{stroke:var(--colour-gold);stroke-width:2;stroke-dasharray:5 3;vector-effect:non-scaling-stroke}
.marks,.axis{position:relative;height:20px;font-size:var(--text-small);line-height:20px}
.marks span{position:absolute;transform:translateX(-50%);color:var(--colour-gold-text);font-weight:600}
.axis span{position:absolute;transform:translateX(-50%);color:var(--colour-text-second);white-space:nowrap}
.axis .first{transform:none}
.axis .last{transform:translateX(-100%)}
.empty{padding:32px 0;text-align:center;color:var(--colour-text-second)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,200px),1fr));gap:12px 16px;margin:0}
.figures dt{color:var(--colour-text-second)}
.figures dd{margin:0}
.figures b{display:block;font-size:var(--text-heading);line-height:1.3;font-weight:600;overflow-wrap:anywhere}
.figures small{font-size:var(--text-small);color:var(--colour-text-second)}
#quality{border-left:4px solid var(--colour-success)}
#quality.has-faults{border-left-color:var(--colour-warning)}
@media (max-width:600px){.parts .money{display:none}.parts .bar{min-width:48px}h2 small{display:block;margin:0}}
@media print{body{background:none}.card{break-inside:avoid}}
`;
