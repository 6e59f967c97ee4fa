import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '@siyu/shared/contracts/identity.limits';
import { pagesFor } from '../console/src/app/pages.ts';
import { SANDBOX_KEYS } from '../tools/sandbox-callbacks.ts';
import {
  hasChromium,
  openBrowser,
  ROOT,
  startWhole,
  type OpenedBrowser,
  type Whole,
} from './harness/index.ts';
import { neverFetched, tooHeavy, weigh, type ConsoleShow } from './screens/console-budget.ts';
import { Studio } from './screens/draw.ts';
import { SCENES } from './screens/scenes.ts';
import { statesOf } from './screens/scene.ts';
import { readAppConfig } from './weapp-host/bundle.ts';
import { enterWorld, type World } from './screens/world.ts';

const describeInBrowser = hasChromium() ? describe : describe.skip;

/** The checks of `npm run screenshots` without the pictures: every page, the phone's in large text too. */
describeInBrowser('A-13 the screens of the thread', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  let world: World;
  let studio: Studio;
  const shows: ConsoleShow[] = [];
  beforeAll(async () => {
    whole = await startWhole({ demo: 'full', hasWecom: true, env: SANDBOX_KEYS });
    opened = await openBrowser();
    world = await enterWorld(whole);
    studio = new Studio(opened, world);
  }, 180_000);
  afterAll(async () => {
    await opened.close();
    await whole.close();
  });

  const cases = SCENES.flatMap((scene) => [
    // One page of each surface in all states; `npm run screenshots` draws the others in theirs.
    ...(['home', 'console-members'].includes(scene.name) ? statesOf(scene) : (['full'] as const)).map(
      (state) => ({ name: `${scene.name} ${state}`, scene, state, isLargeText: false }),
    ),
    ...(scene.surface === 'member'
      ? [{ name: `${scene.name} in large text`, scene, state: 'full' as const, isLargeText: true }]
      : []),
  ]);

  it('D-07 every page of the app has its picture', () => {
    const { pages, subPackages = [] } = readAppConfig(join(ROOT, 'miniprogram/dist/weapp'));
    const all = [
      ...pages,
      ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`)),
    ];
    const drawn = SCENES.map((scene) => scene.path(world));
    expect(all.filter((page) => !drawn.some((path) => path.includes(page)))).toEqual([]);
  });

  it.each(cases)(
    'A-13 $name: nothing overflows, nothing is cut, targets are large enough, axe is content (D-07)',
    async ({ scene, state, isLargeText }) => {
      const options = { state, isLargeText, takesPicture: false };
      const { faults, fetched } = await studio.draw(scene, options);
      const address = scene.path(world);
      if (state === 'full' && address.startsWith('/console/'))
        shows.push({ name: scene.name, address, fetched });
      expect(faults).toEqual([]);
    },
    60_000,
  );

  // What the pages above fetched is weighed here: these need the whole file to have run.
  it('D-08 no page of the console fetches more than its budget', () => {
    const weights = weigh(shows);
    const rows = weights.map(({ name, allKb, ownKb, lazyKb }) => `${name} ${allKb} ${ownKb} ${lazyKb}`);
    process.stdout.write(`page, KB of gzip in all, its own, on demand:\n${rows.join('\n')}\n`);
    expect(tooHeavy(weights)).toEqual([]);
    expect(weights.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['console-sign-in', 'console-members']),
    );
  });

  it('D-08 every page of the navigation and of the routes of the console is weighed', () => {
    const addresses = shows.map(({ address }) => address.split('?')[0]);
    expect(pagesFor(ROLES).filter(({ path }) => !addresses.includes(`/console${path}`))).toEqual([]);
    const built = readdirSync(join(ROOT, 'console/dist/assets'));
    // Nobody of the demo firm must bind a second factor before anything else.
    expect(neverFetched(built, shows).filter((file) => !file.startsWith('set-up-page-'))).toEqual([]);
  });
});
