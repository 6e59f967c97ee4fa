import { cssVariables } from '@siyu/shared/theme';
import { STATES, type Scene, type State } from './scene.ts';

export interface Picture {
  readonly scene: Scene;
  readonly state: State;
  readonly isLargeText: boolean;
  readonly file: string;
}

const STATE_NAMES = { full: '完整', empty: '空', loading: '加载中', error: '出错' } satisfies Record<
  State,
  string
>;

/** One page with every picture, page by page and state by state. */
export function contactSheet(pictures: readonly Picture[]): string {
  const variables = Object.entries(cssVariables())
    .map(([name, value]) => `${name}: ${value};`)
    .join(' ');
  const scenes = [...new Set(pictures.map(({ scene }) => scene))];
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>私域：屏幕一览</title>
<style>
:root { ${variables} }
body { margin: 32px; font-family: var(--font-family); color: var(--colour-text); background: var(--colour-ground); }
h1 { font-size: 28px; } h2 { font-size: 20px; margin: 40px 0 12px; }
.row { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }
figure { margin: 0; padding: 12px; background: var(--colour-card); border-radius: 12px; }
figure img { display: block; width: 260px; height: auto; }
figure.console img { width: 560px; }
figcaption { margin-bottom: 8px; font-size: 14px; color: var(--colour-text-second); }
</style>
</head>
<body>
<h1>私域：屏幕一览</h1>
<p>由 <code>npm run screenshots</code> 从演示数据绘制。运营台同一种页面的空白、加载和出错只留一张，其余同样检查过。</p>
${scenes.map((scene) => section(scene, pictures)).join('\n')}
</body>
</html>
`;
}

function section(scene: Scene, pictures: readonly Picture[]): string {
  const own = pictures
    .filter((picture) => picture.scene === scene)
    .sort((a, b) => Number(a.isLargeText) - Number(b.isLargeText) || order(a.state) - order(b.state));
  return `<h2>${scene.title}</h2>
<div class="row">
${own.map(figure).join('\n')}
</div>`;
}

const order = (state: State): number => STATES.indexOf(state);

function figure({ scene, state, isLargeText, file }: Picture): string {
  const kind = state === 'loading' || state === 'error' ? scene.standsFor : undefined;
  const caption = `${STATE_NAMES[state]}${isLargeText ? ' · 大字' : ''}${kind === undefined ? '' : `（所有${kind}）`}`;
  return `<figure class="${scene.surface}"><figcaption>${caption}</figcaption><img src="${file}" loading="lazy" alt="${scene.title}，${caption}"></figure>`;
}
