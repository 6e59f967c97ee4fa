import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readRecorded } from '../../tools/recorded-requests.ts';
import { clientSources, namedRoutes, routeFaults } from '../../tools/route-coverage.ts';
import { hasChromium, ROOT } from '../harness/index.ts';
import { readAppConfig } from '../weapp-host/bundle.ts';

const recorded = readRecorded();
const sources = { miniprogram: clientSources('miniprogram'), console: clientSources('console') };
const describeWithBrowser = hasChromium() ? describe : describe.skip;

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
    const all = [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
    const tabs = (tabBar?.list ?? []).map(({ pagePath }) => pagePath);
    const reached = recorded.pages.filter(({ client }) => client === 'miniprogram').map(({ path }) => path);
    // The first page of the app opens by itself.
    expect(all.slice(1).filter((page) => !tabs.includes(page) && !reached.includes(page))).toEqual([]);
  });
});
