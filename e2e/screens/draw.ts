import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { PageWatch } from '../crawl/index.ts';
import { DESK, DESK_ENLARGED, PHONE, type OpenedBrowser } from '../harness/index.ts';
import { checkAccessibility } from './accessibility.ts';
import { listenToFetches, type Fetched } from './fetched.ts';
import { checkLayout } from './page-checks.ts';
import { asWebp } from './picture.ts';
import { isSource, type Scene, type State } from './scene.ts';
import type { World } from './world.ts';

/** Tallest picture; a long lesson is cut there. */
const HEIGHT_MAX = 1_500;
/** Targets of the console are hit with a mouse (WCAG 2.5.8), those of the phone with a thumb. */
const TARGETS = { console: 24, normal: 44, large: 48 };

export interface Drawn {
  readonly faults: readonly string[];
  readonly picture: Buffer | null;
  /** Everything the page asked for, what the browser had kept from another page included. */
  readonly fetched: Fetched;
}

export interface DrawOptions {
  readonly state: State;
  readonly isLargeText: boolean;
  readonly takesPicture: boolean;
}

/**
 * Windows for drawings. Checks without pictures share one window for each person, so that the code of a client is
 * compiled once and not a hundred times; its storage is emptied before each of them.
 */
export class Studio {
  readonly #kept = new Map<string, BrowserContext>();

  constructor(
    private readonly opened: OpenedBrowser,
    private readonly world: World,
  ) {}

  /** Draws one state of one page and looks for faults in it. */
  async draw(scene: Scene, options: DrawOptions): Promise<Drawn> {
    const { state, isLargeText, takesPicture } = options;
    if (takesPicture || state !== 'full') {
      const context = await this.#open(scene, options);
      try {
        return await this.#drawIn(context, scene, options);
      } finally {
        await context.close();
      }
    }
    const key = [scene.surface, scene.viewer, isLargeText].join(' ');
    const context = this.#kept.get(key) ?? (await this.#open(scene, options));
    this.#kept.set(key, context);
    return this.#drawIn(context, scene, options);
  }

  async #open(scene: Scene, { state, isLargeText }: DrawOptions): Promise<BrowserContext> {
    const isPhone = scene.surface === 'member';
    const context = await this.opened.newContext({
      viewport: isPhone ? PHONE : isLargeText ? DESK_ENLARGED : DESK,
      isPhone,
      isExpected: (fault) =>
        (state === 'error' && fault.includes('503')) || (scene.viewer === null && fault.includes('401')),
    });
    await context.addInitScript(emptyStorageOnce);
    await this.world.enter(context, { surface: scene.surface, viewer: scene.viewer, isLargeText });
    return context;
  }

  async #drawIn(context: BrowserContext, scene: Scene, options: DrawOptions): Promise<Drawn> {
    const { state, isLargeText, takesPicture } = options;
    const isPhone = scene.surface === 'member';
    const before = this.opened.faults.length;
    const page = await context.newPage();
    const watch = new PageWatch(page);
    const fetchedSoFar = listenToFetches(page);
    await bendAnswers(page, scene, state);
    await page.goto(new URL(scene.path(this.world), this.world.whole.url).href);
    await settle(page, watch, scene, state);
    if (scene.act !== undefined && state !== 'loading') await scene.act(page, this.world);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const target = isPhone ? TARGETS[isLargeText ? 'large' : 'normal'] : TARGETS.console;
    const faults = [...(await checkLayout(page, { target })), ...(await checkAccessibility(page))];
    const picture = takesPicture ? await takePicture(page, !isPhone && isLargeText) : null;
    const fetched = await fetchedSoFar();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.close();
    return { faults: [...faults, ...this.opened.faults.slice(before)], picture, fetched };
  }
}

/** In the page: a new tab begins with nothing kept by those before it. */
function emptyStorageOnce(): void {
  if (location.protocol === 'about:' || sessionStorage.getItem('drawn') !== null) return;
  sessionStorage.setItem('drawn', '1');
  localStorage.clear();
}

/** The sandbox is another origin. */
const OPEN = { 'access-control-allow-origin': '*' };

async function bendAnswers(page: Page, scene: Scene, state: State): Promise<void> {
  const { source } = scene;
  if (source === undefined || (state === 'full' && scene.full === undefined)) return;
  await page.route(
    () => true,
    async (route) => {
      const { pathname } = new URL(route.request().url());
      if (!isSource(source, route.request().method(), pathname)) return route.fallback();
      if (state === 'loading') return; // Never answered.
      if (state === 'full') return route.fulfill({ json: scene.full?.(pathname), headers: OPEN });
      if (state === 'empty') return route.fulfill({ json: scene.empty, headers: OPEN });
      return route.fulfill({
        status: 503,
        headers: OPEN,
        contentType: 'application/problem+json',
        json: { type: 'about:blank', title: '系统正忙，请稍后再试。', status: 503, code: 'http.busy' },
      });
    },
  );
}

async function settle(page: Page, watch: PageWatch, scene: Scene, state: State): Promise<void> {
  if (state === 'full') await page.locator(scene.ready).first().waitFor();
  // The console tries once more by itself before it says that it failed.
  if (state === 'error' && scene.surface === 'console') await page.getByRole('alert').first().waitFor();
  if (state === 'loading') await sleep(900);
  // Nothing is asked for and nothing moves any more; movements are reduced.
  else await watch.settle();
}

/** @param asWindow as much of it as the window shows, which is what 125 % leaves of the desk */
async function takePicture(page: Page, asWindow: boolean): Promise<Buffer> {
  if (asWindow) return asWebp(await page.screenshot());
  const { width, height } = page.viewportSize() ?? DESK;
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  // A taller window instead of a stitched page: what stands at the side of the window stays whole.
  await page.setViewportSize({ width, height: Math.min(Math.max(whole, height), HEIGHT_MAX) });
  return asWebp(await page.screenshot());
}
