import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasChromium, openBrowser, startWhole, type OpenedBrowser, type Whole } from './harness/index.ts';
import { draw } from './screens/draw.ts';
import { SCENES } from './screens/scenes.ts';
import { statesOf } from './screens/scene.ts';
import { enterWorld, type World } from './screens/world.ts';

const describeInBrowser = hasChromium() ? describe : describe.skip;

/** The checks of `npm run screenshots` without the pictures: every page, the phone's in large text too. */
describeInBrowser('A-13 the screens of the thread', () => {
  let whole: Whole;
  let opened: OpenedBrowser;
  let world: World;
  beforeAll(async () => {
    whole = await startWhole({ demo: 'full' });
    opened = await openBrowser();
    world = await enterWorld(whole);
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

  it.each(cases)(
    'A-13 $name: nothing overflows, nothing is cut, targets are large enough, axe is content',
    async ({ scene, state, isLargeText }) => {
      const { faults } = await draw(opened, world, scene, { state, isLargeText, takesPicture: false });
      expect(faults).toEqual([]);
    },
    60_000,
  );
});
