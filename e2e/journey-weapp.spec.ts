import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { demoLessons } from '../server/src/demo/demo-lessons.ts';
import { SANDBOX_KEYS } from '../tools/sandbox-callbacks.ts';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { AccessCopy } from '@siyu/shared/contracts/privacy';
import {
  answerComplaint,
  assessMember,
  recordOf,
  ROOT,
  signInMember,
  signInStaff,
  startWhole,
  STRANGE_CODE,
  until,
  type DatabaseView,
  type Rows,
  type Whole,
} from './harness/index.ts';
import { itOpensTheBookOnAPhone } from './adviser/weapp-cases.ts';
import { itKeepsTheBudgets } from './weapp-host/budget-cases.ts';
import { itLeadsToAProduct } from './weapp-host/product-cases.ts';
import { consent, enter, firstCard, openFirstCard, Phone, readThrough } from './weapp-host/index.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const BUNDLE = join(ROOT, 'miniprogram/dist/weapp');
/** The platform's advice for one setData; beyond it phones stutter. */
const SET_DATA_BYTES = 256 * 1024;
/** A day, and some hours more. */
const OFFLINE_MS = 26 * 3_600_000;

describe('the journey in the built weapp bundle', () => {
  let whole: Whole;
  let database: DatabaseView;
  let phone: Phone;
  beforeAll(async () => {
    whole = await startWhole({ demo: 'full', env: SANDBOX_KEYS });
    database = await whole.openDatabase();
  }, 150_000);
  afterEach(() => phone.kill());
  afterAll(async () => {
    await database.close();
    await whole.close();
  });

  const takePhone = (account: string): Phone =>
    new Phone({ bundle: BUNDLE, serverUrl: whole.url, sandboxUrl: whole.sandboxUrl, account });
  const recorded = (account: string, type?: string): Promise<Rows> =>
    recordOf(database, account).events(type);
  const counted = (account: string, type: string): Promise<number> =>
    recordOf(database, account).counted(type);

  it('A-11 logs in, consents, reads and finishes a lesson, and finds another first card', async () => {
    phone = takePhone('journey-1');
    const app = phone.launch();
    await enter(app);
    const before = firstCard(app);
    const lessonId = await openFirstCard(app);
    await readThrough(app);
    await app.tap('finish-lesson');
    await app.untilId('lesson-finished');
    app.back();
    await until('another first card', () => firstCard(app) !== before && firstCard(app) !== undefined);

    await until('events in the log', async () => (await recorded('journey-1', 'content_dwelled')).length > 0);
    expect((await recorded('journey-1', 'content_viewed')).map((row) => row['content_id'])).toEqual([
      lessonId,
    ]);
    expect((await recorded('journey-1', 'lesson_completed')).map((row) => row['content_id'])).toEqual([
      lessonId,
    ]);
    expect(await counted('journey-1', 'content_viewed')).toBe(1);
    expect(await counted('journey-1', 'lesson_completed')).toBe(1);
    for (const page of app.stack()) expect(Math.max(...page.setDataBytes)).toBeLessThan(SET_DATA_BYTES);
  }, 60_000);

  it('D-01 a quiz handed in tells what is to be said of what was chosen, with one next step; about is a press away', async () => {
    phone = takePhone('journey-6');
    const app = phone.launch();
    await enter(app);
    await openFirstCard(app);
    await readThrough(app);
    await app.tap('finish-lesson');
    await app.tap('open-quiz');
    await app.untilRoute('lesson/quiz/index');
    for (let isLast = false; !isLast;) {
      await app.tap('option-0');
      // What is there already is tapped at once: without a pause nothing would ever be drawn again.
      await sleep(20);
      isLast = app.byId('submit-quiz') !== null;
      await app.tap(isLast ? 'submit-quiz' : 'next-question');
      await sleep(20);
    }
    await app.untilId('quiz-result');
    const said = app.text();
    const quiz = demoLessons().find((lesson) => said.includes(lesson.quiz[0]?.question ?? '?'))?.quiz ?? [];
    expect(quiz.length).toBeGreaterThan(2);
    for (const { right, explanations } of quiz) {
      expect(said).toContain(explanations[0]);
      expect(said).toContain(explanations[right]);
    }
    await app.untilId('quiz-next-lesson');
    expect(app.all(({ cl }) => cl?.includes('button--main') === true)).toHaveLength(1);

    app.navigate('/pages/me/index', 'tab');
    await app.tap('about-page');
    await app.untilRoute('account/about/index');
    expect(app.text(await app.untilId('about-version'))).toBe(`版本 ${version}`);
    expect(app.text(await app.untilId('about-software'))).toContain('Apache-2.0');
  }, 60_000);

  it('E-13 the code under a lesson is checked by a press, a strange one by the camera, and is reported with a screenshot', async () => {
    phone = takePhone('journey-verify');
    const app = phone.launch();
    await enter(app);
    await openFirstCard(app);
    await readThrough(app);
    await app.tap('check-code-lesson');
    await app.untilRoute('account/verify/index');
    expect(app.text(await app.untilId('verify-outcome'))).toContain('是本公司');
    phone.codeInView = { result: 'https://wxaurl.invalid/x' };
    await app.tap('verify-scan');
    await until('an answer to the second', () => app.text().includes('未查到，请勿转账'));
    phone.album.set('wxfile://tmp/shot.png', readFileSync(STRANGE_CODE));
    await app.tap('report-add');
    await app.untilId('report-remove-0');
    await app.tap('report-send');
    expect(app.text(await app.untilId('report-done'))).toContain('已收到');
  }, 60_000);

  it('F-05 D-03 at the end of a lesson it is kept and noted without a network, spoken about, found by a word, and listed under 我的', async () => {
    phone = takePhone('journey-kept');
    const app = phone.launch();
    await enter(app);
    const lessonId = await openFirstCard(app);
    const title = app.text(await app.untilId('lesson-title'));
    await readThrough(app);
    await app.untilId('no-comments');
    phone.setOnline(false);
    await app.tap('toggle-favourite');
    app.fire(await app.untilId('note-text'), 'input', { value: '周末再读一遍。' });
    await app.tap('note-save');
    await app.untilId('network-banner');
    phone.setOnline(true);
    await until('nothing that waits', () => app.byId('network-banner') === null, 30_000);

    // Refused with a reason, then in other words; what WeChat doubts waits for a person.
    const say = async (value: string): Promise<void> => {
      app.fire(await app.untilId('comment-text'), 'input', { value });
      await app.tap('comment-send');
    };
    await say('这一课讲的是稳赚不赔的办法');
    expect(app.text(await app.untilId('comment-problem'))).toMatch(/换一种说法/);
    await app.tap('comment-kind-QUESTION');
    await say('例子里的三份钱怎么定比例？');
    await until('the question', () => app.text().includes('例子里的三份钱怎么定比例？'));
    await say('讲得不低俗，很明白。');
    await app.untilText('等待查看');
    const own = app.all(({ uid }) => uid?.startsWith('delete-') === true);
    expect(own).toHaveLength(2);
    await app.tap(own[0]?.uid ?? '');
    await until('one of two', () => app.all(({ uid }) => uid?.startsWith('delete-') === true).length === 1);

    app.navigate('/pages/school/index', 'tab');
    await app.tap('school-search');
    await app.untilRoute('lesson/search/index');
    app.fire(await app.untilId('search-text'), 'input', { value: title.slice(0, 4) });
    await app.tap('search-go');
    await app.untilId(`found-${lessonId}`);
    app.fire(await app.untilId('search-text'), 'input', { value: '没有这样的词' });
    await app.tap('search-go');
    await app.untilText('没有找到“没有这样的词”');
    app.back();
    app.navigate('/pages/me/index', 'tab');
    await app.tap('my-notebook');
    await app.untilRoute('account/notebook/index');
    await app.untilId(`kept-${lessonId}`);
    await app.tap('notebook-kind-NOTE');
    await app.untilText('周末再读一遍。');
    // G-09: points, the day's check-in, what there is to do, and the statement behind it.
    app.back();
    await app.tap('my-points');
    await app.untilRoute('account/points/index');
    await app.untilId('points-available');
    await app.tap('check-in');
    await app.untilId('checked-in');
    await app.untilId('missions');
    await app.tap('points-statement');
    await app.untilRoute('account/statement/index');
    await app.untilText('积分');
  }, 90_000);

  it('G-06 G-09 a coupon is exchanged without points, what came of it is held, and it is given back as long as it is unused', async () => {
    phone = takePhone('demo-8');
    const app = phone.launch();
    await app.untilId('feed');
    app.navigate('/pages/me/index', 'tab');
    await app.tap('exchange-page');
    await app.untilRoute('account/exchange/index');
    const withCoupon = () =>
      app
        .all(({ uid }) => uid?.startsWith('redeem-') === true)
        .find((one) => app.text(one).includes('用兑换券换'));
    await until('an item with a coupon', () => withCoupon() !== undefined);
    await app.tap(withCoupon()?.uid ?? '');
    await until('the coupon is spent', () => withCoupon() === undefined);
    await app.tap('exchange-entitlements');
    await app.untilRoute('account/entitlements/index');
    const cancellable = () => app.all(({ uid }) => uid?.startsWith('cancel-') === true);
    await until('what it was exchanged for', () => cancellable().length === 1);
    await app.tap(cancellable()[0]?.uid ?? '');
    await until('it was given back', () => cancellable().length === 0 && app.text().includes('已退回'));
    app.back();
    await until('the coupon is back', () => withCoupon() !== undefined);
  }, 60_000);

  it('I-01 REQ-SUIT-8 REQ-SUIT-10 whoever gives no information is told what follows, answers after all, confirms the result, and says when it holds no more', async () => {
    phone = takePhone('journey-suit');
    const app = phone.launch();
    await enter(app);
    app.navigate('/pages/me/index', 'tab');
    await app.tap('my-suitability');
    await app.untilRoute('suitability/result/index');
    await app.tap('suit-start');
    await app.untilRoute('suitability/questionnaire/index');
    await app.tap('suit-refuse');
    await app.untilRoute('suitability/result/index');
    expect(app.text(await app.untilId('suit-trouble'))).toContain('没有提供信息');
    await app.tap('suit-again');
    await app.untilRoute('suitability/questionnaire/index');
    for (let isLast = false; !isLast;) {
      await app.tap('option-1');
      // What is there already is tapped at once: without a pause nothing would ever be drawn again.
      await sleep(20);
      isLast = app.byId('suit-hand-in') !== null;
      await app.tap(isLast ? 'suit-hand-in' : 'suit-next');
      await sleep(20);
    }
    await app.untilRoute('suitability/result/index');
    const result = app.text(await app.untilId('suit-result'));
    await app.tap('suit-confirm');
    expect(app.text(await app.untilId('suit-level'))).toBe(result);
    await until('it counts', () => app.text().includes('使用中'));
    expect((await recorded('journey-suit', 'risk_assessed')).length).toBe(1);
    await app.tap('suit-changed');
    expect(app.text(await app.untilId('suit-trouble'))).toContain('您的情况有变化');
    expect(app.text()).toContain('今天已经做过测评');
  }, 60_000);

  it('D-05 by touches from page to page: the school, privacy, the account, and out again', async () => {
    phone = takePhone('journey-pages');
    const app = phone.launch();
    await enter(app);
    app.navigate('/pages/school/index', 'tab');
    await until(
      'a lesson of the school',
      () => app.all(({ uid }) => uid?.startsWith('lesson-') === true).length > 0,
    );
    // Asks to be told of new lessons, and turns it off again where the messages are.
    await app.tap('remind-first-steps');
    await until('the reminder is set', () => app.text().includes('已设新课提醒'));
    await app.tap('school-articles');
    await app.untilRoute('lesson/articles/index');
    app.back();
    await app.tap('school-lives');
    await app.untilRoute('live/list/index');
    app.back();
    app.navigate('/pages/me/index', 'tab');
    await app.tap('notices-page');
    await app.untilRoute('account/notices/index');
    expect(app.text(await app.untilId('left-NEW_LESSON'))).toBe('还可以提醒您 1 次');
    expect(app.text()).toContain('还没有给您发过通知。');
    await app.tap('wish-first-steps');
    await app.untilId('notices-to-school');
    app.back();
    await app.tap('privacy-centre');
    await app.untilRoute('account/privacy/index');
    app.back();
    await app.tap('account-link');
    await app.untilRoute('account/link/index');
    app.back();
    // Else what is still asked for is refused, rightly.
    await until('nothing asked for', () => phone.requests.every(({ status }) => status !== null));
    await app.tap('log-out');
    await until('the way in again', () => app.byId('retry') !== null);
    expect(app.text()).toContain('您已退出登录');
    expect(phone.requests.filter(({ status }) => status !== null && status >= 400)).toEqual([]);
  }, 60_000);

  it('A-11 records nothing before consent, neither on the phone nor on the server', async () => {
    phone = takePhone('journey-2');
    const app = phone.launch();
    await app.untilId('consent-service');
    app.navigate('/lesson/read/index?lessonId=0190a0a0-0000-7000-8000-000000000001');
    await app.untilRoute('pages/welcome/index');
    await app.untilId('consent-service');
    app.hide();
    app.show();
    expect(phone.bodiesTo('/v1/events')).toEqual([]);
    expect(phone.storage.get('siyu.events') ?? []).toEqual([]);
    expect(await recorded('journey-2')).toEqual([]);

    await consent(app);
    // The page that was asked for before is where the way leads now.
    await app.untilRoute('lesson/read/index');
    await until(
      'the consent in the log',
      async () => (await recorded('journey-2', 'consent_granted')).length === 2,
    );
  }, 60_000);

  it('D-03 A-11 fault 28 keeps events through a day without network and a killed app, and each arrives once', async () => {
    phone = takePhone('journey-3');
    // All this happens yesterday, and a few hours before.
    phone.clockAheadMs = -OFFLINE_MS;
    const first = phone.launch();
    await enter(first);
    // Once with a network, so that the phone keeps a copy of the lesson.
    const lessonId = await openFirstCard(first);
    first.back();
    await until('an empty queue', () => queuedEvents(phone).length === 0);
    const before = (await recorded('journey-3')).length;

    phone.setOnline(false);
    expect(await openFirstCard(first)).toBe(lessonId);
    await readThrough(first);
    await first.tap('finish-lesson');
    await first.untilId('lesson-finished');
    first.back();
    await until('reading time kept on the phone', () => queuedEvents(phone).length >= 2);
    const kept = queuedEvents(phone).map(({ eventId }) => eventId);
    phone.kill();

    phone.clockAheadMs = 0;
    const second = phone.launch();
    const banner = async () => second.text(await second.untilId('network-banner'));
    await until(
      'the banner says what waits',
      async () => (await banner()) === '现在没有网络。1 项学习记录已存在手机上，联网后自动送达。',
    );
    expect(queuedEvents(phone).map(({ eventId }) => eventId)).toEqual(kept);
    expect(await recorded('journey-3')).toHaveLength(before);
    phone.setOnline(true);
    await until('an empty queue', () => queuedEvents(phone).length === 0, 30_000);
    await until('no banner', () => second.all(({ uid }) => uid === 'network-banner').length === 0);

    const events = await recorded('journey-3');
    const arrived = events.map((row) => String(row['event_id'])).filter((id) => kept.includes(id));
    expect(arrived.sort()).toEqual([...kept].sort());
    // They happened when the phone says, not when they came.
    for (const row of events.filter((each) => kept.includes(String(each['event_id'])))) {
      expect(Number(row['is_clock_suspect'])).toBe(0);
      expect(Math.abs(Date.now() - OFFLINE_MS - Number(row['occurred_at']))).toBeLessThan(120_000);
    }
    await until(
      'the lesson finished',
      async () => (await recorded('journey-3', 'lesson_completed')).length === 1,
    );
    for (const type of ['content_viewed', 'content_dwelled', 'lesson_completed']) {
      expect(await counted('journey-3', type)).toBe((await recorded('journey-3', type)).length);
    }
  }, 90_000);

  it('C-11 fault 28 sees the loss when a phone forgets what waits on it', async () => {
    phone = takePhone('journey-5');
    const first = phone.launch();
    await enter(first);
    await openFirstCard(first);
    first.back();
    await until('an empty queue', () => queuedEvents(phone).length === 0);
    const before = (await recorded('journey-5', 'content_viewed')).length;
    phone.setOnline(false);
    await openFirstCard(first);
    first.back();
    await until('an event kept on the phone', () => queuedEvents(phone).length > 0);
    phone.kill();
    phone.storage.remove('siyu.events');
    phone.setOnline(true);
    const second = phone.launch();
    await second.untilId('feed');
    await until('an empty queue', () => queuedEvents(phone).length === 0);
    await sleep(1_500);
    expect(await recorded('journey-5', 'content_viewed')).toHaveLength(before);
  }, 60_000);

  it('D-03 A-11 an answer lost on the way makes the phone send again, and the server counts once', async () => {
    phone = takePhone('journey-4');
    const app = phone.launch();
    await enter(app);
    phone.losesAnswers = true;
    await openFirstCard(app);
    await until(
      'events in the log',
      async () => (await recorded('journey-4', 'content_viewed')).length === 1,
    );
    expect(queuedEvents(phone).length).toBeGreaterThan(0);
    phone.losesAnswers = false;
    await until('an empty queue', () => queuedEvents(phone).length === 0, 30_000);
    expect(phone.bodiesTo('/v1/events').length).toBeGreaterThan(1);
    expect(await recorded('journey-4', 'content_viewed')).toHaveLength(1);
    expect(await counted('journey-4', 'content_viewed')).toBe(1);
  }, 60_000);

  it('REQ-PI-3 D-01 from 我的 two touches end the personal order, and the reasons on home follow', async () => {
    phone = takePhone('journey-9');
    const app = phone.launch();
    await enter(app);
    await app.untilText('适合「初识」阶段的您');
    app.navigate('/pages/me/index', 'tab');
    // The first touch opens the privacy centre, the second one is the switch.
    await app.tap('privacy-centre');
    await app.tap('toggle-profiling');
    await until(
      'the order withdrawn',
      async () => (await recorded('journey-9', 'consent_withdrawn')).length === 1,
    );
    app.navigate('/pages/home/index', 'tab');
    await until('reasons by date only', () => {
      const text = app.text();
      return text.includes('按发布日期') && !text.includes('适合「初识」阶段的您');
    });
  }, 60_000);

  it('F-09 REQ-PI-3 one conclusion is refused by a touch of its own and allowed again by another, and 我的 and home follow', async () => {
    phone = takePhone('journey-12');
    const app = phone.launch();
    await enter(app);
    await app.untilText('适合「初识」阶段的您');
    app.navigate('/pages/me/index', 'tab');
    await app.untilId('relation-stage');
    await app.tap('privacy-centre');
    await app.tap('conclusion-stage');
    await app.untilText('您已拒绝，不再使用');
    const facts = async (stage: string | null) =>
      until('what others use follows within two seconds', async () => {
        const known = await database.query(
          'SELECT f.stage FROM member_facts f JOIN member_identities i ON i.member_no = f.member_no WHERE i.external_id = ?',
          ['osbx-journey-12'],
        );
        return known.length === 1 && known[0]?.['stage'] === stage;
      });
    await facts(null);
    app.navigate('/pages/home/index', 'tab');
    await until('home without the stage', () => !app.text().includes('适合「初识」阶段的您'));
    app.navigate('/pages/me/index', 'tab');
    await app.untilText('您已拒绝使用这项结论');
    await app.tap('privacy-centre');
    await app.tap('conclusion-stage');
    await facts('STRANGER');
    app.navigate('/pages/home/index', 'tab');
    await app.untilText('适合「初识」阶段的您');
  }, 60_000);

  it('D-02 from the privacy centre the copy of the own data is read and taken along whole', async () => {
    phone = takePhone('journey-7');
    const app = phone.launch();
    await enter(app);
    await openFirstCard(app);
    app.back();
    await until(
      'the lesson in the log',
      async () => (await recorded('journey-7', 'content_viewed')).length === 1,
    );
    app.navigate('/pages/me/index', 'tab');
    await app.tap('privacy-centre');
    await app.tap('access-copy');
    await app.untilRoute('account/copy/index');
    expect(app.text(await app.untilId('fees-total'))).toContain('0.00 元');
    await app.tap('open-events');
    await app.untilText('打开课程');
    await app.tap('open-scores');
    await app.untilText('关于您的评分');
    await app.tap('take-copy');
    const taken = await until('the copy on the clipboard', () =>
      app.calls.find(({ name }) => name === 'setClipboardData'),
    );
    const copy = AccessCopy.parse(JSON.parse(String(taken.options['data'])));
    expect(copy.events.entries.map(({ type }) => type)).toContain('content_viewed');
    expect(copy.identifiers.map(({ kind }) => kind)).toContain('wechat_openid');
    expect(copy.events.total).toBeGreaterThan(2);
    // And everything as a file, made in the background.
    await app.tap('order-json');
    await app.untilId('fetch-json');
    await app.tap('fetch-json');
    const link = await until('the link on the clipboard', () =>
      app.calls.filter(({ name }) => name === 'setClipboardData').at(1),
    );
    // The build was told another place of the server than this run has.
    const { pathname, search } = new URL(String(link.options['data']));
    const file = await fetch(`${whole.url}${pathname}${search}`);
    const { events } = AccessCopy.parse(await file.json());
    expect(events.entries).toHaveLength(events.total);
  }, 60_000);

  it('D-01 the learning record leads back to the lesson, and closing the account ends it all in two steps', async () => {
    phone = takePhone('journey-8');
    const app = phone.launch();
    await enter(app);
    const lessonId = await openFirstCard(app);
    await readThrough(app);
    await app.tap('finish-lesson');
    await app.untilId('lesson-finished');
    app.navigate('/pages/me/index', 'tab');
    await app.tap('learning-record');
    await app.untilRoute('account/learning/index');
    await app.tap('learnt-0');
    expect((await app.untilRoute('lesson/read/index')).options['lessonId']).toBe(lessonId);

    app.navigate('/pages/me/index', 'tab');
    await app.tap('privacy-centre');
    await app.tap('account-closing');
    await app.untilRoute('account/closing/index');
    await app.tap('closing-read');
    await until(
      'the ticked box',
      () => app.all((node) => node.cl?.includes('consent__box--on') === true).length === 1,
    );
    // The host confirms the last question.
    await app.tap('close-account');
    await app.untilRoute('pages/welcome/index');
    await app.untilText('账号已注销');
    await until(
      'nothing under the name of the phone',
      async () => (await recorded('journey-8')).length === 0,
    );
    // The same WeChat comes in again and is asked as on the first day.
    await app.tap('sign-in');
    await app.untilId('consent-service');
  }, 60_000);

  it('F-07 REQ-ADV-10 two touches from 我的 a complaint is written, without a network too, answered, and appealed or accepted', async () => {
    phone = takePhone('journey-care');
    const app = phone.launch();
    await enter(app);
    app.navigate('/pages/me/index', 'tab');
    await app.tap('complaints-page');
    await app.untilId('complaint-call');
    await app.tap('complaint-write');
    await app.untilRoute('account/complain/index');
    const write = async (text: string): Promise<void> => {
      await app.tap('category-SERVICE');
      app.fire(await app.untilId('complain-text'), 'input', { value: text });
      await sleep(20);
      await app.tap('complain-send');
      await app.untilRoute('account/complaints/index');
    };
    phone.album.set('wxfile://tmp/shot.png', readFileSync(STRANGE_CODE));
    await app.tap('complain-add');
    await app.untilId('complain-remove-0');
    await write('三天没有人回复');
    await app.untilText('三天没有人回复');
    expect(app.text()).toMatch(/附图 1 张.*编号 TS\d{8}-\d{4}.*前答复/);

    phone.setOnline(false);
    await app.tap('complaint-write');
    await write('电话一直占线');
    expect(app.text(await app.untilId('complaints-waiting'))).toContain('有 1 条还没送达');
    phone.setOnline(true);
    await app.untilText('电话一直占线');
    const kept = await database.query('SELECT complaint_id, text FROM complaints ORDER BY complaint_no', []);
    expect(kept.map(({ text }) => text)).toEqual(['三天没有人回复', '电话一直占线']);

    const desk = await signInStaff(whole, 'service');
    const [first = '', second = ''] = kept.map(({ complaint_id: id }) => String(id));
    for (const id of [first, second]) await answerComplaint(desk, id, '已核实，当班同事没有及时回复。');
    app.back();
    await app.tap('complaints-page');
    await app.untilText('部分属实');
    await app.tap(`appeal-${first}`);
    app.fire(await app.untilId(`appeal-text-${first}`), 'input', { value: '没有说怎么改' });
    await sleep(20);
    await app.tap(`appeal-send-${first}`);
    await app.untilText('复核待分派');
    await app.tap(`accept-${second}`);
    await app.untilText('已办结');
  }, 60_000);

  it('I-01 REQ-SUIT-11 the year of birth is said, a trusted contact named and taken back, and a professional investor asked for with evidence', async () => {
    phone = takePhone('journey-investor');
    const app = phone.launch();
    await enter(app);
    app.navigate('/pages/me/index', 'tab');
    await app.tap('elder-page');
    const write = async (id: string, value: string): Promise<void> => {
      app.fire(await app.untilId(id), 'input', { value });
      await sleep(20);
    };
    await write('birth-year', '1950');
    await app.tap('birth-year-send');
    await app.untilText('年满 65 岁');
    await write('contact-name', '王小丽');
    await app.tap('relation-CHILD');
    await write('contact-phone', '13800001234');
    await app.tap('contact-agreed');
    await sleep(20);
    await app.tap('contact-send');
    expect(app.text(await app.untilId('trusted-contact-shown'))).toBe('子女 · 王* · 尾号 1234');
    await app.tap('contact-forget');
    await app.untilId('contact-name');
    app.back();

    await app.tap('professional-page');
    await app.untilId('professional-assess');
    app.back();
    await assessMember(await signInMember(whole, 'journey-investor', []));
    await app.tap('professional-page');
    await app.tap('ground-CONVERSION_ASSETS');
    await write('professional-experience', '2016 年起投资股票基金');
    phone.album.set('wxfile://tmp/proof.png', readFileSync(STRANGE_CODE));
    await app.tap('professional-add');
    await app.untilId('professional-remove-0');
    await app.tap('professional-agree');
    await sleep(20);
    await app.tap('professional-send');
    await app.untilText('等待第一位同事核对材料');
    await app.tap('professional-return');
    await app.untilText('申请已撤回');
  }, 60_000);

  it('E-09 a scanned code is kept until the consent, makes the first touch and opens its lesson; a card opened later does not', async () => {
    phone = takePhone('journey-10');
    const staff = await signInStaff(whole, 'operator');
    const { lessons } = await staff.call(channelsRoutes.listPlacementLessons, { query: {} });
    const [lesson] = lessons.slice(-1);
    const [account] = (await staff.call(channelsRoutes.listAccounts, { query: {} })).rows;
    const { placements } = await staff.call(channelsRoutes.createPlacement, {
      params: { accountId: account?.accountId ?? '' },
      body: { name: '文末二维码', lessonId: lesson?.lessonId ?? null },
    });
    const one = placements.find(({ name }) => name === '文末二维码')?.key;
    const [other] = (
      await database.query(
        `SELECT placement_key AS k FROM placements WHERE placement_key <> '${one}' ORDER BY name`,
      )
    ).map((row) => String(row['k']));
    const first = phone.launch(`/pages/home/index?scene=${encodeURIComponent(`k%3D${one}`)}`, 1047);
    await first.untilId('consent-service');
    const touched = (table: string) =>
      database.query(
        `SELECT t.kind, p.placement_key AS k FROM ${table} t JOIN member_identities i ON i.member_no = t.member_no
           LEFT JOIN placements p ON p.placement_id = t.placement_id WHERE i.external_id = 'osbx-journey-10'`,
      );
    expect(await touched('first_touches')).toEqual([]);
    await consent(first);
    // The code says only its key; where it leads is the placement's.
    await first.untilRoute('lesson/read/index');
    expect(first.page().options['lessonId']).toBe(lesson?.lessonId);
    await first.untilId('lesson-text');
    expect(first.stack().map(({ route }) => route)).toEqual(['pages/home/index', 'lesson/read/index']);
    expect(await touched('first_touches')).toEqual([{ kind: 'PLACEMENT', k: one }]);

    const second = phone.launch(`/pages/home/index?k=${other}`, 1007);
    await until('the later touch', async () => (await touched('touches')).length === 2);
    expect(await touched('first_touches')).toEqual([{ kind: 'PLACEMENT', k: one }]);
    await second.untilId('feed');
    await openFirstCard(second);
    const shared = await until('a card with a key', () => {
      const share = second.page()['onShareAppMessage'];
      const card: unknown = typeof share === 'function' ? Reflect.apply(share, second.page(), [{}]) : null;
      return /[?&]k=[0-9A-Za-z]{10}$/.exec((card as { path?: string } | null)?.path ?? '');
    });
    expect(shared[0]).not.toContain(one);
  }, 60_000);

  it('F-03 whoever read a lesson that is withdrawn finds the correction from the home page, and has seen it then', async () => {
    phone = takePhone('journey-11');
    const app = phone.launch();
    await enter(app);
    const lessonId = await openFirstCard(app);
    await readThrough(app);
    await app.tap('finish-lesson');
    await app.untilId('lesson-finished');
    const compliance = await signInStaff(whole, 'compliance');
    const correction = '第二段的费率写错了，正确的以基金合同为准。';
    await compliance.call(contentRoutes.withdrawLesson, {
      params: { lessonId },
      body: { reason: '费率写错', correction },
    });
    const receipts = `SELECT seen_at AS seen FROM correction_receipts WHERE member_no = (SELECT member_no FROM member_identities WHERE external_id = 'osbx-journey-11')`;
    await until('the correction', async () => (await database.query(receipts)).length === 1);
    const again = phone.launch();
    await again.untilId('feed');
    expect(again.all(({ uid }) => uid === `card-${lessonId}`)).toEqual([]);
    await again.tap('home-corrections');
    await again.untilRoute('account/corrections/index');
    await again.untilText(correction);
    await until('that it was seen', async () => (await database.query(receipts))[0]?.['seen'] !== null);
  }, 60_000);

  itLeadsToAProduct(
    () => whole,
    (account) => (phone = takePhone(account)),
  );

  itOpensTheBookOnAPhone(
    () => whole,
    (account) => (phone = takePhone(account)),
  );

  itKeepsTheBudgets(BUNDLE, (account) => (phone = takePhone(account)));
});

function queuedEvents(phone: Phone): readonly { readonly eventId: string }[] {
  const kept = phone.storage.get('siyu.events');
  return Array.isArray(kept) ? kept : [];
}
