import { expect, it } from '@jest/globals';
import { DEMO_GROUP } from '../harness/from-group.ts';
import { answerOfLongLists, LONG } from '../harness/long-lists.ts';
import { until } from '../harness/until.ts';
import { answerOfLives, LIVE_ID } from '../screens/lives.ts';
import { CALL_BYTES, CARDS_AT_ONCE, ELEMENTS, FURTHER_PAGE_BYTES, sum, tooCostly } from './budgets.ts';
import type { MiniApp } from './mini-app.ts';
import type { TaroNode } from './node.ts';
import type { Phone } from './phone.ts';
import { firstShow, routesOf, tour, type FirstShow } from './tour.ts';
import { enter, openFirstCard } from './walk.ts';

const isEntry = ({ uid }: TaroNode): boolean => /^(card|lesson)-/.test(uid ?? '');

/** What the pages of the bundle may cost, on the phones of a suite that has a server already. */
export function itKeepsTheBudgets(bundle: string, takePhone: (account: string) => Phone): void {
  let phone: Phone;
  /** The app as the reader of the demo firm finds it at a cold start. */
  const open = async (): Promise<MiniApp> => {
    phone = takePhone('demo-8');
    const app = phone.launch();
    await app.untilId('feed');
    return app;
  };
  const print = (...shows: readonly FirstShow[]): void => {
    for (const { route, setDataBytes, elements } of shows)
      process.stdout.write(`${route}: setData ${setDataBytes.join(' + ')} bytes, ${elements} elements\n`);
  };

  it('D-08 the first screen comes in 3 setData of 32 KB at most, and ten more cards in 8 KB', async () => {
    phone = takePhone('journey-b1');
    const welcome = phone.launch();
    await welcome.untilId('consent-service');
    const shows = [await firstShow(phone, welcome)];
    await enter(welcome);
    phone.answerInstead = answerOfLongLists;
    const app = phone.launch();
    await app.untilId('feed');
    shows.push(await firstShow(phone, app));
    print(...shows);
    expect(tooCostly(shows)).toEqual([]);
    for (const [tab, more] of [
      ['pages/home/index', 'feed-more'],
      ['pages/school/index', 'lessons-more'],
    ] as const) {
      app.navigate(`/${tab}`, 'tab');
      const before = (await firstShow(phone, app)).setDataBytes.length;
      await app.tap(more);
      await until('ten more', () => app.all(isEntry).length === 20);
      const further = (await firstShow(phone, app)).setDataBytes.slice(before);
      process.stdout.write(`${tab}: ten more, setData ${further.join(' + ')} bytes\n`);
      expect(sum(further)).toBeLessThanOrEqual(FURTHER_PAGE_BYTES);
    }
  }, 60_000);

  it('D-08 on a tour of all pages no setData is over 64 KB, and no page shows over 500 elements at first', async () => {
    phone = takePhone('demo-8');
    phone.chat = DEMO_GROUP;
    const app = phone.launch('/pages/home/index', 1044);
    await app.tap('from-group');
    const { groupId = '' } = (await app.untilRoute('community/group/index')).options;
    app.back();
    const lessonId = await openFirstCard(app);
    app.back();
    // The way in is looked at where it is gone.
    const routes = routesOf(bundle).filter((route) => route !== 'pages/welcome/index');
    phone.answerInstead = answerOfLives;
    const shows = await tour(phone, app, routes, { lessonId, groupId, liveId: LIVE_ID, productId: lessonId });
    print(...shows);
    expect(routes.length).toBeGreaterThan(5);
    expect(tooCostly(shows)).toEqual([]);
  }, 90_000);

  it('D-08 answers that come one after the other cost a page no more than its budget', async () => {
    const app = await open();
    phone.delayOf = (url) => (url.includes('/conclusions') ? 300 : 0);
    app.navigate('/account/privacy/index');
    await app.untilId('conclusions');
    const show = await firstShow(phone, app);
    print(show);
    expect(tooCostly([show])).toEqual([]);
  }, 60_000);

  it('D-08 a list beyond 40 cards builds those that are near only, and nothing moves', async () => {
    const app = await open();
    phone.answerInstead = answerOfLongLists;
    for (const [tab, more, rowHeight] of [
      ['pages/home/index', 'feed-more', 150],
      ['pages/school/index', 'lessons-more', 60],
    ] as const) {
      app.navigate(`/${tab}`, 'tab');
      app.layout.rowHeight = rowHeight;
      await firstShow(phone, app);
      while (app.byId(more) !== null) {
        await app.tap(more);
        await firstShow(phone, app);
      }
      for (const at of [0, 0.4, 1, 0.7, 0]) {
        const end = LONG * rowHeight - app.layout.viewportHeight;
        app.scrollTo(end * at);
        const { elements } = await firstShow(phone, app);
        expect(app.all(isEntry).length).toBeLessThanOrEqual(CARDS_AT_ONCE);
        expect(elements).toBeLessThanOrEqual(ELEMENTS);
        expect(app.watchedHeight()).toBe(LONG * rowHeight);
        // What is looked at is there.
        const first = Math.floor((end * at) / rowHeight);
        expect(app.byText(`想一想${first + 1}`)).not.toBeNull();
      }
    }
    expect(Math.max(...app.page().setDataBytes)).toBeLessThanOrEqual(CALL_BYTES);
  }, 90_000);
}
