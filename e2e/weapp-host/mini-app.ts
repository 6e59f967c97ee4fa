import { setTimeout as sleep } from 'node:timers/promises';
import { loadBundle, readAppConfig } from './bundle.ts';
import { phoneLayout, selectorQuery } from './layout.ts';
import { findAll, findNode, textOf, type TaroNode } from './node.ts';
import { callHook, openPage, type Definition, type PageInstance } from './page.ts';
import type { Phone } from './phone.ts';
import { Sight } from './sight.ts';
import { splitUrl, startOptions } from './start-options.ts';
import { AppTimers } from './timers.ts';
import { until } from '../harness/until.ts';
import { createWx, type AppServices, type Navigation } from './wx.ts';

const STACK_MAX = 10;
type Fits = (node: TaroNode) => boolean;

/** The running mini-program, held by its pages' data and its events. */
export interface MiniApp {
  readonly layout: ReturnType<typeof phoneLayout>;
  readonly calls: AppServices['calls'];
  readonly missing: ReadonlySet<string>;
  stack(): readonly PageInstance[];
  page(): PageInstance;
  byId(id: string): TaroNode | null;
  /** The innermost node whose text holds this. */
  byText(text: string): TaroNode | null;
  all(fits: Fits): TaroNode[];
  text(node?: TaroNode): string;
  fire(node: TaroNode, type: string, detail?: object): void;
  /** Waits for a node with this id on the current page. */
  untilId(id: string, withinMs?: number): Promise<TaroNode>;
  untilText(text: string, withinMs?: number): Promise<TaroNode>;
  untilRoute(route: string | RegExp, withinMs?: number): Promise<PageInstance>;
  /** Taps the node with this id as soon as it is there. */
  tap(id: string, withinMs?: number): Promise<void>;
  navigate(url: string, how?: 'push' | 'tab' | 'reLaunch'): void;
  back(): void;
  scrollTo(scrollTop: number): void;
  /** Height of the elements whose sight the page watches, one below the other. */
  watchedHeight(): number;
  hide(): void;
  /** @param scene of a way back that is not the way in */
  show(scene?: number): void;
  networkChanged(isOnline: boolean): void;
  end(): void;
}

const BETWEEN_TOUCHES_MS = 60;

export function startMiniApp(phone: Phone, firstUrl?: string, scene = 1001): MiniApp {
  const folder = phone.options.bundle;
  const config = readAppConfig(folder);
  const timers = new AppTimers();
  const layout = phoneLayout();
  const stack: PageInstance[] = [];
  const first = firstUrl ?? config.pages[0] ?? '';
  let start = startOptions(first, scene);
  let isRunning = true;
  const isAlive = (): boolean => isRunning;
  let app: Definition = {};

  const current = (): PageInstance => {
    const page = stack.at(-1);
    if (page === undefined) throw new Error('no page is open');
    return page;
  };
  const sight = new Sight(() => layout, current, isAlive);
  /** How far each page is scrolled while it is not shown. */
  const places = new WeakMap<PageInstance, number>();
  const leave = (): void => {
    const left = stack.at(-1);
    if (left !== undefined) places.set(left, layout.scrollTop);
  };
  const returnTo = (page: PageInstance | undefined): void => {
    layout.scrollTop = (page && places.get(page)) ?? 0;
    sight.look();
  };

  const tabs = new Map<string, PageInstance>();
  const close = (page: PageInstance | undefined): void => {
    if (page === undefined) return;
    tabs.delete(page.route);
    callHook(page, 'onUnload');
  };
  const push = (route: string, query: Record<string, string>): PageInstance => {
    const definition = bundle.page(route);
    if (stack.length >= STACK_MAX) throw new Error(`page stack limit ${STACK_MAX}`);
    layout.scrollTop = 0;
    const page = openPage(route, query, definition, {
      parse: bundle.parse,
      isAlive,
      selectorQuery: selectorQuery(() => layout, isAlive),
      onSetData: () => sight.look(),
    });
    stack.push(page);
    callHook(page, 'onLoad', query);
    callHook(page, 'onShow');
    setImmediate(() => isRunning && callHook(page, 'onReady'));
    return page;
  };
  /** Tab pages stay alive while others are shown; pages above them are closed. */
  const switchTab = (route: string, query: Record<string, string>): void => {
    while (stack.length > 1) close(stack.pop());
    const left = stack.pop();
    if (left !== undefined && tabs.has(left.route)) callHook(left, 'onHide');
    else close(left);
    const kept = tabs.get(route);
    if (kept === undefined) tabs.set(route, push(route, query));
    else {
      stack.push(kept);
      returnTo(kept);
      callHook(kept, 'onShow');
    }
  };
  const navigation: Navigation = {
    open: (url, how) => {
      leave();
      const [route, query] = splitUrl(url);
      if (how === 'reLaunch') {
        while (stack.length > 0) close(stack.pop());
        for (const page of [...tabs.values()]) close(page);
      } else if (how === 'redirect') close(stack.pop());
      else if (how === 'push') callHook(stack.at(-1), 'onHide');
      const isTab = (config.tabBar?.list ?? []).some(({ pagePath }) => pagePath === route);
      if (isTab) switchTab(route, query);
      else push(route, query);
    },
    back: (delta) => {
      for (let left = Math.min(delta, stack.length - 1); left > 0; left -= 1) {
        close(stack.pop());
      }
      returnTo(stack.at(-1));
      callHook(stack.at(-1), 'onShow');
    },
  };
  const services: AppServices = {
    phone,
    config,
    layout: () => layout,
    navigation,
    start: () => start,
    isAlive,
    parse: (json) => bundle.parse(json),
    sight,
    networkListeners: new Set(),
    calls: [],
    missing: new Set(),
  };
  const globals = {
    wx: createWx(services),
    global: {},
    console,
    setTimeout: timers.setTimeout,
    setInterval: timers.setInterval,
    clearTimeout: timers.clear,
    clearInterval: timers.clear,
    getApp: () => app,
    getCurrentPages: () => [...stack],
  };
  const bundle = loadBundle(folder, globals, () => phone.clockAheadMs);
  app = { ...bundle.app };
  const appHook = (name: string): void => {
    const hook = app[name];
    if (typeof hook === 'function') {
      Reflect.apply(hook, app, [bundle.parse(JSON.stringify(start))]);
    }
  };
  appHook('onLaunch');
  appHook('onShow');
  navigation.open(first, 'push');

  const find = (fits: Fits): TaroNode | null => findNode(current().data.root, fits);
  const byId = (id: string): TaroNode | null => find((node) => node.uid === id);
  const byText = (text: string): TaroNode | null =>
    findAll(current().data.root, (node) => textOf(node).includes(text)).at(-1) ?? null;
  const fire = (node: TaroNode, type: string, detail: object = {}): void => {
    const handler = current()['eh'];
    if (typeof handler !== 'function') throw new Error(`${current().route} takes no events`);
    const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid }, offsetLeft: 0, offsetTop: 0 };
    const event = { type, detail, target, currentTarget: target, mark: {}, touches: [], changedTouches: [] };
    Reflect.apply(handler, current(), [{ ...event, timeStamp: performance.now() }]);
  };
  const untilId = (id: string, withinMs?: number): Promise<TaroNode> =>
    until(`#${id} on ${current().route}`, () => byId(id), withinMs).catch((error: unknown) => {
      throw new Error(`${String(error)}; the page says: ${textOf(current().data.root)}`);
    });

  return {
    layout,
    calls: services.calls,
    missing: services.missing,
    stack: () => stack,
    page: current,
    byId,
    byText,
    all: (fits) => findAll(current().data.root, fits),
    text: (node) => textOf(node ?? current().data.root),
    fire,
    untilId,
    untilText: (text, withinMs) => until(`“${text}”`, () => byText(text), withinMs),
    untilRoute: (route, withinMs) =>
      until(
        `page ${String(route)}`,
        () => {
          const page = stack.at(-1);
          const fits = typeof route === 'string' ? page?.route === route : route.test(page?.route ?? '');
          return fits ? page : null;
        },
        withinMs,
      ),
    tap: async (id, withinMs) => {
      fire(await untilId(id, withinMs), 'tap');
      // Nobody touches twice before the page has drawn; a test that did could tap for ever at what was before.
      await sleep(BETWEEN_TOUCHES_MS);
    },
    navigate: (url, how = 'push') => navigation.open(url, how),
    back: () => navigation.back(1),
    scrollTo: (scrollTop) => {
      layout.scrollTop = scrollTop;
      sight.look();
      callHook(current(), 'onPageScroll', { scrollTop });
      if (scrollTop + layout.viewportHeight >= layout.contentHeight - 50)
        callHook(current(), 'onReachBottom');
    },
    watchedHeight: () => sight.height,
    hide: () => {
      callHook(current(), 'onHide');
      appHook('onHide');
    },
    show: (by) => {
      if (by !== undefined) start = startOptions(first, by);
      appHook('onShow');
      callHook(current(), 'onShow');
    },
    networkChanged: (isConnected) => {
      const state = { isConnected, networkType: isConnected ? 'wifi' : 'none' };
      for (const listener of services.networkListeners) listener(state);
    },
    end: () => {
      isRunning = false;
      timers.end();
    },
  };
}
