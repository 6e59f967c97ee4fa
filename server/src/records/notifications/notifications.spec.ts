import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { demoMiniProgram } from '../../../../sandbox/src/mini-programs.ts';
import { describeOnEngines, TEST_NOW } from '../../testing/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { openRecords, type RecordsWorld } from '../testing/index.ts';
import { MarketingAdmission, NotificationsModule } from './index.ts';
import { SubscribeAccepts } from './subscribe-accepts.service.ts';
import { SubscribeLedger } from './subscribe-ledger.service.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const T = 'template-of-the-spec';
const LINKED = 'sbx-account-linked';
const PUSH = `/__control/accounts/${demoMiniProgram.appId}/push`;
const PUSH_TOKEN = 'pushtoken9';
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
/** What is behind a press until nothing is to be done any more. */
const JOBS = ['outbox:notifications-popup', 'outbox:notifications-change', 'platform-sends'];

describeOnEngines((engine) => {
  let world: RecordsWorld;
  let ledger: SubscribeLedger;
  let accepts: SubscribeAccepts;
  let admission: MarketingAdmission;
  let memberNo: number;
  let token: string;
  let at = 0;
  const fresh = (what: string) => `${what}-${(at += 1)}`;
  const write = <Result>(
    work: (tx: Parameters<SubscribeLedger['accept']>[0]) => Promise<Result>,
  ): Promise<Result> => world.database.runInTransaction(work);
  const left = async (templateId = T) => (await ledger.balancesOf(memberNo)).get(templateId) ?? 0;
  const sum = async (templateId = T): Promise<number> => {
    const [row] = await world.rows(
      'SELECT COALESCE(SUM(delta), 0) AS total FROM subscribe_entries WHERE member_no = ? AND template_id = ?',
      [memberNo, templateId],
    );
    return Number(row.total);
  };
  const phone = (key: string, told = TEST_NOW) =>
    write((tx) => accepts.take(tx, 'phoneKey', { memberNo, templateId: T, key, at: told }));
  const event = (key: string, told = TEST_NOW) =>
    write((tx) => accepts.take(tx, 'eventKey', { memberNo, templateId: T, key, at: told }));
  const hold = (noticeId: string) => write((tx) => ledger.hold(tx, { memberNo, templateId: T, noticeId }));
  const giveBack = (noticeId: string) =>
    write((tx) => ledger.giveBack(tx, { memberNo, templateId: T, noticeId }));
  const empty = (key: string) => write((tx) => ledger.empty(tx, { memberNo, templateId: T }, 'REFUSED', key));
  const market = (businessKey: string, channel = 'spec') =>
    write((tx) => admission.admitMarketing(tx, { memberNo, channel, businessKey }, world.clock.now()));

  beforeAll(async () => {
    world = await openRecords(engine, {
      also: [NotificationsModule],
      env: { WECHAT_PUSH_TOKEN: PUSH_TOKEN, WECHAT_PUSH_AES_KEY: AES_KEY },
    });
    ledger = world.app.get(SubscribeLedger, { strict: false });
    accepts = world.app.get(SubscribeAccepts, { strict: false });
    admission = world.app.get(MarketingAdmission, { strict: false });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.clock.set(TEST_NOW);
    const session = await world.signIn(fresh('someone'), ['SERVICE', 'MARKETING']);
    token = session.token;
    memberNo = await world.memberNoOf(session.member.memberId);
  });

  it('REQ-PUB-7 E-10 of 50 senders at once no more hold a message than the member allowed, and the balance is never negative', async () => {
    for (let accept = 0; accept < 7; accept += 1) await phone(fresh('key'));
    const held = await Promise.all(Array.from({ length: 50 }, () => hold(fresh('notice'))));
    expect(held.filter(Boolean)).toHaveLength(7);
    expect([await left(), await sum()]).toEqual([0, 0]);
  });

  it('E-10 an accept counts once, whether the phone tells it, the event of WeChat, or both in either order', async () => {
    const [a, b] = [fresh('key'), fresh('key')];
    expect([await phone(a), await phone(a), await event(a), await event(a)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect([await event(b), await phone(b)]).toEqual([true, false]);
    expect(await left()).toBe(2);
    // Both sides at the same moment.
    const both = await Promise.all([phone(fresh('key')), event(fresh('key'))]);
    expect(both.filter(Boolean)).toHaveLength(1);
    // Two days apart they are two accepts.
    await event(fresh('key'), TEST_NOW + 2 * DAY);
    expect(await left()).toBe(4);
  });

  it('E-10 a phone that reports accepts without end raises the balance to fifty and no further', async () => {
    for (let report = 0; report < 53; report += 1) await phone(fresh('key'));
    expect([await left(), await sum()]).toEqual([50, 50]);
  });

  it('E-10 after a refusal by WeChat nothing is left, and a message that was held before gives nothing back', async () => {
    for (let accept = 0; accept < 3; accept += 1) await phone(fresh('key'));
    const [refused, other] = [fresh('notice'), fresh('notice')];
    await hold(refused);
    await hold(other);
    world.clock.advance(1_000);
    await empty(`refused:${refused}`);
    await giveBack(other);
    expect([await left(), await sum(), await hold(fresh('notice'))]).toEqual([0, 0, false]);
    world.clock.advance(1_000);
    await phone(fresh('key'));
    await empty(`refused:${refused}`);
    expect(await left()).toBe(1);
  });

  it('E-10 whatever happens in whatever order, the entries of the ledger sum up to the balance', async () => {
    const step = fc.oneof(
      fc.record({ what: fc.constant('phone' as const), key: fc.nat(4) }),
      fc.record({ what: fc.constant('event' as const), key: fc.nat(4) }),
      fc.record({ what: fc.constant('hold' as const), key: fc.nat(6) }),
      fc.record({ what: fc.constant('giveBack' as const), key: fc.nat(6) }),
      fc.record({ what: fc.constant('empty' as const), key: fc.nat(2) }),
    );
    const acts = { phone, event, hold, giveBack, empty };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const run = fresh('run');
        for (const { what, key } of steps) {
          world.clock.advance(1);
          await acts[what](`${run}:${what === 'empty' ? 'e' : ''}${key}`);
          const balance = await left();
          expect(balance).toBe(await sum());
          expect(balance).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('E-10 of 50 senders at once over all channels a member is contacted once a day, each other one is noted with its reason', async () => {
    const asked = await Promise.all(
      Array.from({ length: 50 }, (_, at) => market(fresh('campaign'), at % 2 === 0 ? 'wecom' : 'call')),
    );
    expect(asked.filter(({ isAdmitted }) => isAdmitted)).toHaveLength(1);
    const rows = await world.rows(
      'SELECT reason, COUNT(*) AS times FROM marketing_contacts WHERE member_no = ? GROUP BY reason ORDER BY reason',
      [memberNo],
    );
    expect(rows.map(({ reason, times }) => `${reason} ${times}`)).toEqual(['null 1', 'DAY_LIMIT 49']);
  });

  it('REQ-PUB-6 E-10 three contacts in seven days at most; the same one asked again counts once; none at night', async () => {
    const verdicts: string[] = [];
    for (let day = 0; day < 8; day += 1) {
      const verdict = await market(`${memberNo}-day-${day}`);
      verdicts.push(verdict.isAdmitted ? 'sent' : verdict.reason);
      world.clock.advance(DAY);
    }
    expect(verdicts).toEqual(['sent', 'sent', 'sent', ...Array<string>(4).fill('WEEK_LIMIT'), 'sent']);
    world.clock.advance(-DAY);
    expect(await market(`${memberNo}-day-7`)).toEqual({ isAdmitted: true });
    world.clock.advance(DAY + 11 * HOUR);
    expect(await market(fresh('night'))).toEqual({ isAdmitted: false, reason: 'QUIET_HOURS' });
  });

  it('REQ-PUB-6 E-10 who has withdrawn the consent is left alone at once', async () => {
    const { body } = await world.call('GET', '/v1/consents', { token });
    const { purpose, textVersion } = body.consents.find(
      (each: { purpose: string }) => each.purpose === 'MARKETING',
    );
    await world.call('POST', '/v1/consents', {
      token,
      body: { decisions: [{ purpose, textVersion, isGranted: false }] },
    });
    expect(await market(fresh('campaign'))).toEqual({ isAdmitted: false, reason: 'NO_CONSENT' });
  });

  it('E-10 against the box: an accept told by event and phone is one message, which arrives; turned off in WeChat, none is left', async () => {
    const account = fresh('boxed');
    const { sandbox } = world;
    const { token: bearer, member } = await world.signIn(account, ['SERVICE', 'SENSITIVE']);
    const number = await world.memberNoOf(member.memberId);
    const settle = async () => {
      await sandbox.call('GET', `${PUSH}/deliveries`);
      for (const name of JOBS) {
        world.app.get(Jobs).wake(name);
        await world.app.get(Jobs).idle();
      }
    };
    const address = { url: `${world.url}/v1/wechat/push`, token: PUSH_TOKEN, encodingAesKey: AES_KEY };
    expect((await sandbox.call('PUT', `${PUSH}/address`, address)).body).toMatchObject({ isTaken: true });
    const press = async () => {
      const asked = await sandbox.call('POST', '/__phone/subscribe', { account, tmplIds: [LINKED] });
      expect(asked.body[LINKED]).toBe('accept');
      const body = {
        answerId: `01930000-0000-7000-8000-${String((at += 1)).padStart(12, '0')}`,
        answers: [{ templateId: LINKED, answer: 'accept' }],
      };
      await world.call('POST', '/v1/notices/answers', { token: bearer, body });
      await settle();
    };
    const leftOf = async () => (await ledger.balancesOf(number)).get(LINKED);
    await press();
    expect(await leftOf()).toBe(1);
    const wish = { subject: 'account', isWished: true };
    await world.call('PUT', '/v1/notices/wishes/ACCOUNT_LINKED', { token: bearer, body: wish });
    const link = (customer: string) =>
      write(async (tx) => {
        const linked = await world.identity.getMember(number);
        await world.identity.linkCoreCustomer(tx, 'system', linked, `${customer}-${account}`, 'phone');
      });
    await link('first');
    await settle();
    const inbox = await sandbox.call('GET', `/__phone/inbox?account=${account}`);
    expect(inbox.body['messages']).toMatchObject([{ title: '账户安全提醒', page: 'account/link/index' }]);
    expect(await leftOf()).toBe(0);
    const [sent] = await world.rows('SELECT state FROM notices WHERE member_no = ?', [number]);
    expect(sent.state).toBe('SENT');
    // Turned off in WeChat's own settings: the event ends what was allowed.
    await press();
    expect(await leftOf()).toBe(1);
    const refusal = { account, itemSettings: { [LINKED]: 'reject' } };
    await sandbox.call('POST', '/__phone/subscription-settings', refusal);
    await settle();
    expect(await leftOf()).toBe(0);
  });
});
