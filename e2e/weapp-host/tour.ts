import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../harness/until.ts';
import { readAppConfig } from './bundle.ts';
import type { MiniApp } from './mini-app.ts';
import { countElements } from './node.ts';
import type { PageInstance } from './page.ts';
import type { Phone } from './phone.ts';

/** What a page cost until it stood still for the first time. */
export interface FirstShow {
  readonly route: string;
  /** Bytes of each setData, in order. */
  readonly setDataBytes: readonly number[];
  /** Elements of the tree, bare texts left out. */
  readonly elements: number;
}

/** Every page that app.json names, sub-packages included. */
export function routesOf(bundle: string): readonly string[] {
  const { pages, subPackages = [] } = readAppConfig(bundle);
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
}

/**
 * Waits until the page has everything it asks for: no request under way, no skeleton, and no setData for a while.
 * @throws when the page shows a failure instead of what it is for, such as for want of a parameter
 */
export async function firstShow(phone: Phone, app: MiniApp): Promise<FirstShow> {
  const page: PageInstance = app.page();
  let seen = -1;
  await until(`${page.route} standing still`, async () => {
    const isBusy =
      phone.requests.some(({ status }) => status === null) || app.all(hasClass('skeleton')).length > 0;
    const { length } = page.setDataBytes;
    const isStill = !isBusy && length > 0 && length === seen;
    seen = length;
    if (!isStill) await sleep(120);
    return isStill;
  });
  if (app.all(hasClass('failure')).length > 0) throw new Error(`${page.route} failed: ${app.text()}`);
  return {
    route: page.route,
    setDataBytes: [...page.setDataBytes],
    elements: countElements(page.data.root),
  };
}

const hasClass =
  (name: string) =>
  ({ cl }: { readonly cl?: string }): boolean =>
    cl?.split(' ').includes(name) === true;

/** Opens each of the routes as a member finds it, with the parameters that pages take. */
export async function tour(
  phone: Phone,
  app: MiniApp,
  routes: readonly string[],
  parameters: Readonly<Record<string, string>>,
): Promise<readonly FirstShow[]> {
  const tabs = readAppConfig(phone.options.bundle).tabBar?.list.map(({ pagePath }) => pagePath) ?? [];
  const query = new URLSearchParams(parameters).toString();
  const shows: FirstShow[] = [];
  for (const route of routes) {
    app.navigate(`/${route}?${query}`, tabs.includes(route) ? 'tab' : 'push');
    const show = await firstShow(phone, app);
    if (show.route !== route) throw new Error(`${route} led to ${show.route}`);
    shows.push(show);
    if (!tabs.includes(route)) app.back();
  }
  return shows;
}
