import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readRecorded } from '../../tools/recorded-requests.ts';
import { clientSources, namedRoutes, routeFaults } from '../../tools/route-coverage.ts';
import { hasChromium, ROOT } from '../harness/index.ts';
import { readAppConfig } from '../weapp-host/bundle.ts';

const recorded = readRecorded();
const sources = { miniprogram: clientSources('miniprogram'), console: clientSources('console') };
const describeWithBrowser = hasChromium() ? describe : describe.skip;

/** The addresses of the console as its router knows them, with parameters; without signing in and what is nowhere. */
async function consolePages(): Promise<readonly string[]> {
  const known: Readonly<Record<string, unknown>> = {
    ...(await import('../../console/src/app/pages.ts')),
    ...(await import('../../console/src/campaigns/campaign-address.ts')),
    ...(await import('../../console/src/configuration/configuration-address.ts')),
    ...(await import('../../console/src/incentives/incentive-address.ts')),
    ...(await import('../../console/src/lessons/content-address.ts')),
    ...(await import('../../console/src/lives/live-address.ts')),
    ...(await import('../../console/src/segments/segment-address.ts')),
  };
  const valueOf = (expression: string): string => {
    const [name = '', member] = expression.split('.');
    const value = known[name];
    const path =
      member === undefined ? value : (value as Readonly<Record<string, unknown>> | undefined)?.[member];
    if (typeof path !== 'string')
      throw new Error(`routes.tsx names ${expression}, which is no address known here`);
    return path;
  };
  const routes = readFileSync(join(ROOT, 'console/src/app/routes.tsx'), 'utf8');
  const paths = [...routes.matchAll(/<Route\s+path=(?:"([^"]*)"|\{`([^`]*)`\}|\{([\w.]+)\})/g)].map(
    ([, literal, template, expression]) =>
      literal ??
      (template === undefined
        ? valueOf(expression ?? '')
        : template.replace(/\$\{([\w.]+)\}/g, (_, name: string) => valueOf(name))),
  );
  expect(paths).toHaveLength([...routes.matchAll(/\bpath=/g)].length);
  return paths.filter((path) => path !== '/sign-in' && path !== '*');
}

/** Runs after all others of `npm test` and looks at what they asked for. */
describeWithBrowser('D-05 what the journeys asked for', () => {
  it('D-05 there is a record: this runs at the end of npm test', () => {
    expect(recorded.requests.length).toBeGreaterThan(0);
  });

  it('D-05 every route for customers and staff has a caller in its client and was asked for by a page', async () => {
    expect(routeFaults(await namedRoutes(), recorded.requests, sources)).toEqual([]);
  });

  it('D-05 every page of the app was come to by a press, or is a tab', () => {
    const { pages, subPackages = [], tabBar } = readAppConfig(join(ROOT, 'miniprogram/dist/weapp'));
    const all = [
      ...pages,
      ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
    ];
    const tabs = (tabBar?.list ?? []).map(({ pagePath }) => pagePath);
    const reached = recorded.pages.filter(({ client }) => client === 'miniprogram').map(({ path }) => path);
    // The first page of the app opens by itself.
    expect(all.slice(1).filter((page) => !tabs.includes(page) && !reached.includes(page))).toEqual([]);
  });

  it('D-05 every page of the console was come to by a press', async () => {
    const reached = recorded.pages.filter(({ client }) => client === 'console').map(({ path }) => path);
    const isReached = (page: string): boolean => {
      const pattern = new RegExp(`^${page.replace(/:[A-Za-z]+/g, '[^/]+')}$`);
      return reached.some((path) => pattern.test(path));
    };
    const pages = await consolePages();
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter((page) => !isReached(page))).toEqual([]);
  });
});
