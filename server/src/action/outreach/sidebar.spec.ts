import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { ConsentPurpose, Role } from '@siyu/shared/contracts/identity.limits';
import type { Phrase } from '@siyu/shared/contracts/sidebar';
import { SIDEBAR_PATH } from '@siyu/shared/contracts/sidebar.limits';
import { dayOfInstant, epochDay, formatDay } from '@siyu/shared/time';
import { demoCorp } from '../../../../sandbox/src/wecom/corp.ts';
import { externalUserIdOf } from '../../../../sandbox/src/wecom/customers.ts';
import { demoGroups } from '../../../../sandbox/src/world/groups.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { AdvisoryContracts } from '../../records/advisory/index.ts';
import { AdvisoryContract } from '../../records/advisory/advisory-contract.entity.ts';
import { currentConsentText } from '../../records/identity/index.ts';
import { openRecords, type RecordsWorld, type Reply } from '../../records/testing/index.ts';
import { cookieOf, signInStaff, STAFF_PASSWORD } from '../../records/testing/staff-people.ts';
import { insertRows } from '../../platform/database/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { initialAdviceWords, initialPhrases } from './outreach-configuration.ts';
import { OutreachModule } from './index.ts';

const HOUR = 3_600_000;
const [app] = demoCorp.apps;
const CHAT = demoGroups[0]?.corp?.chatId ?? '';
const OWN_BASIS = { usesReport: false, reportPublisher: '', reportOn: null };
const GREETING = '您好，您上次问的课程已经更新，打开小程序就能接着学。';
const INVITATION = '我们新上了一组课程，讲怎样看懂风险等级，您有空可以看看。';

describeOnEngines((engine) => {
  let world: RecordsWorld;
  let people = 0;
  let keys = 0;
  beforeAll(async () => {
    world = await openRecords(engine, {
      also: [OutreachModule],
      env: {
        WECOM_CORP_ID: demoCorp.corpId,
        WECOM_CONTACT_SECRET: app?.secret ?? '',
        WECOM_AGENT_ID: String(app?.agentId),
        WECOM_FRAME_ORIGIN: 'http://127.0.0.1:7301',
      },
    });
  }, 60_000);
  afterAll(() => world.close());

  interface Talker {
    readonly staffId: string;
    post(path: string, body: object, key?: string): Promise<Reply>;
    get(path: string): Promise<Reply>;
  }
  const hire = async (
    role: Role,
    more: { registrationNo?: string | null; validUntil?: number; wecomUserId?: string } = {},
  ): Promise<Talker> => {
    const loginName = `talker-${(people += 1)}`;
    const staffId = await world.database.runInTransaction((tx) =>
      world.app.get(Organisation, { strict: false }).createStaff(tx, {
        loginName,
        name: '沈知行',
        password: STAFF_PASSWORD,
        roles: [role],
        scopeKind: 'book',
        branchId: null,
        registrationNo: role === 'adviser' ? 'S0000000000001' : null,
        ...more,
      }),
    );
    const cookie = cookieOf(await signInStaff(world, loginName));
    return {
      staffId,
      post: (path, body, key) =>
        world.call('POST', `/v1/console/sidebar/${path}`, {
          cookie,
          body,
          ...(key === undefined ? {} : { key }),
        }),
      get: (path) => world.call('GET', `/v1/console/sidebar/${path}`, { cookie }),
    };
  };
  /** Somebody in the adviser's book, with the name that WeCom has for them. */
  const customerOf = async (talker: Talker, grants: readonly ConsentPurpose[] = ['SERVICE', 'MARKETING']) => {
    const account = `beside-${(people += 1)}`;
    const { member } = await world.signIn(account, grants);
    const memberNo = await world.memberNoOf(member.memberId);
    const externalUserId = `wm-${account}`;
    await world.database.runInTransaction(async (tx) => {
      await world.identity.linkIdentity(tx, memberNo, {
        kind: 'wecom_external_contact',
        issuer: demoCorp.corpId,
        externalId: externalUserId,
      });
      await world.identity.bindAdviser(tx, memberNo, talker.staffId);
    });
    return { memberId: member.memberId, memberNo, chat: { kind: 'CUSTOMER', externalUserId } as const };
  };
  const contract = (memberNo: number): Promise<void> =>
    world.database.runInTransaction((tx) =>
      insertRows(tx, AdvisoryContract, [
        {
          ...{
            contractId: randomUUID(),
            contractNo: `T-${memberNo}`,
            memberNo,
            endedAt: null,
            endReason: null,
          },
          validFrom: dayOfInstant(world.clock.now()),
          validUntil: dayOfInstant(world.clock.now()),
          ...{ enteredBy: randomUUID(), enteredAt: world.clock.now() },
        },
      ]),
    );
  const write = (
    talker: Talker,
    chat: object,
    text: string,
    {
      purpose = 'SERVICE',
      key,
      basis,
    }: { purpose?: 'SERVICE' | 'MARKETING'; key?: string; basis?: object } = {},
  ) =>
    talker.post(
      'inserts',
      { chat, text, purpose, ...(basis && { basis }) },
      key ?? `sidebar-key-${(keys += 1)}`,
    );
  const refusalOf = async (asked: Promise<Reply>): Promise<string | null> => {
    const { status, body } = await asked;
    expect(status).toBe(200);
    return body.refusal;
  };
  const told = (talker: Talker, insertId: string, outcome: string) =>
    talker.post(`inserts/${insertId}/outcome`, { outcome });
  const trailOf = (subjectId: string) =>
    world.rows(
      'SELECT action, reason_code AS reason, actor_id AS actor, inputs FROM audit_rows WHERE subject_id = ? AND action LIKE ? ORDER BY row_id',
      [subjectId, 'outreach.%'],
    );

  it('E-11 the page is signed with the tickets of WeCom over its own address, and for no other one', async () => {
    const talker = await hire('adviser');
    const url = `${world.url}${SIDEBAR_PATH}?from=chat#top`;
    const { status, body } = await talker.get(`page-config?url=${encodeURIComponent(url)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ corpId: demoCorp.corpId, agentId: app?.agentId });
    const shown = (api: string, params: object) =>
      world.sandbox.call('POST', '/__phone/wecom/js-calls', {
        windowId: `w-${engine}`,
        where: { userid: 'adviser1', account: 'demo-3' },
        api,
        params: { jsApiList: ['getCurExternalContact'], ...params },
        url: url.split('#')[0],
      });
    expect((await shown('config', { appId: body.corpId, ...body.corp })).body).toEqual({
      err_msg: 'config:ok',
    });
    const agent = { corpid: body.corpId, agentid: body.agentId, ...body.agent };
    expect((await shown('agentConfig', agent)).body).toEqual({ err_msg: 'agentConfig:ok' });
    expect((await shown('agentConfig', { ...agent, ...body.corp })).body['err_msg']).toContain(
      'invalid signature',
    );
    // Asked again and by others, WeCom is not: a ticket is kept as a token is.
    await Promise.all([1, 2, 3].map(() => talker.get(`page-config?url=${encodeURIComponent(url)}`)));
    const { body: journal } = await world.sandbox.call('GET', '/__control/journal?api=wecom/ticket/get');
    expect(journal['entries']).toHaveLength(1);
    for (const foreign of ['https://elsewhere.example/console/sidebar', `${world.url}/console/members`])
      expect((await talker.get(`page-config?url=${encodeURIComponent(foreign)}`)).body.code).toBe(
        'outreach.foreign_address',
      );
  });

  it('E-11 only the sidebar may be held in a frame and load the scripts of WeCom, and only where the settings say by whom', async () => {
    const policyOf = async (path: string) =>
      (await fetch(world.url + path)).headers.get('content-security-policy') ?? '';
    const page = await policyOf(`${SIDEBAR_PATH}?chat=1`);
    expect(page).toContain('frame-ancestors http://127.0.0.1:7301');
    expect(page).toContain(`script-src 'self' ${world.sandbox.url}`);
    for (const other of ['/console/members', '/console/sidebars', '/v1/console/session']) {
      expect(await policyOf(other)).toContain("frame-ancestors 'none'");
      expect(await policyOf(other)).not.toContain('script-src');
    }
  });

  it('E-11 a chat opens on the member of the own book; who is linked to nobody or in another book is not shown', async () => {
    const talker = await hire('adviser');
    const { memberId, chat } = await customerOf(talker);
    const open = async (by: Talker, of: object) => (await by.post('chats', of)).body;
    expect(await open(talker, chat)).toEqual({
      standing: 'MEMBER',
      memberId,
      isArchived: false,
      phrases: initialPhrases.phrases,
      inserts: [],
    });
    expect(await open(await hire('adviser'), chat)).toEqual({ standing: 'OUT_OF_SCOPE' });
    const stranger = { kind: 'CUSTOMER', externalUserId: 'wm-nobody' };
    expect(await open(talker, stranger)).toEqual({ standing: 'NOT_LINKED' });
    // What cannot be opened cannot be written to.
    for (const [by, of] of [
      [await hire('adviser'), chat],
      [talker, stranger],
    ] as const)
      expect((await write(by, of, GREETING)).body.code).toBe('outreach.chat_not_found');
  });

  it('E-11 whom nobody has told of is asked for: the contact becomes a member, the group opens for those who sit in it', async () => {
    const sits = await hire('adviser', { wecomUserId: 'adviser1' });
    const standingOf = async (by: Talker, chat: object): Promise<string> =>
      (await by.post('chats', chat)).body.standing;
    const comesTo = async (wanted: string, chat: object): Promise<string> => {
      for (let look = 0; look < 200 && (await standingOf(sits, chat)) !== wanted; look += 1) await pause(25);
      return standingOf(sits, chat);
    };
    const { member } = await world.signIn('demo-3', ['SERVICE']);
    const memberNo = await world.memberNoOf(member.memberId);
    await world.database.runInTransaction((tx) => world.identity.bindAdviser(tx, memberNo, sits.staffId));
    const contact = { kind: 'CUSTOMER', externalUserId: externalUserIdOf('demo-3') };
    expect(await comesTo('MEMBER', contact)).toBe('MEMBER');

    const group = { kind: 'GROUP', chatId: CHAT };
    expect(await comesTo('GROUP', group)).toBe('GROUP');
    const { body } = await sits.post('chats', group);
    expect(body).toMatchObject({ name: '思语投教一群', inserts: [] });
    expect(body.phrases.map((each: Phrase) => each.purpose)).not.toContain('MARKETING');
    expect(await refusalOf(write(sits, group, GREETING))).toBeNull();
    expect(await refusalOf(write(sits, group, INVITATION, { purpose: 'MARKETING' }))).toBe('GROUP_MARKETING');
    const [row] = await world.rows('SELECT group_id AS id FROM community_groups WHERE chat_id = ?', [CHAT]);
    expect((await trailOf(row.id)).map(({ action }) => action)).toEqual([
      'outreach.insert',
      'outreach.refuse_insert',
    ]);
    // Advice is for one client, never for a group (REQ-ADV-2).
    const advice = `仓位不宜过于集中，${initialAdviceWords.words[0]}要看承受能力。`;
    expect(await refusalOf(write(sits, group, advice, { basis: OWN_BASIS }))).toBe('ADVICE_WITHOUT_CONTRACT');
    const elsewhere = await hire('adviser', { wecomUserId: 'adviser2' });
    expect(await standingOf(elsewhere, group)).toBe('OUT_OF_SCOPE');
    expect((await write(elsewhere, group, GREETING)).body.code).toBe('outreach.chat_not_found');
  });

  it('E-11 what is let through stands in the records and in the trail before it is handed out, and the same key is one sending', async () => {
    const talker = await hire('adviser');
    const { memberId, memberNo, chat } = await customerOf(talker);
    const key = `twice-${engine}-0001`;
    const [first, second] = await Promise.all([
      write(talker, chat, GREETING, { key }),
      write(talker, chat, GREETING, { key }),
    ]);
    expect(first.body).toEqual({
      insertId: expect.any(String),
      refusal: null,
      text: GREETING,
      findings: [],
    });
    expect(second.body).toEqual(first.body);
    const { insertId } = first.body;
    const rows = await world.rows('SELECT * FROM sidebar_inserts WHERE member_no = ?', [memberNo]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      staff_id: talker.staffId,
      purpose: 'SERVICE',
      text_sha256: createHash('sha256').update(GREETING).digest('hex'),
      refusal: null,
    });
    expect(JSON.stringify(rows)).not.toContain('接着学');
    expect(await told(talker, insertId, 'UNKNOWN')).toMatchObject({ status: 204 });
    // Once WeCom was asked, a repeat gets nothing to hand out any more.
    expect((await write(talker, chat, GREETING, { key })).body).toMatchObject({ insertId, text: null });
    expect((await write(talker, chat, INVITATION, { key })).body.code).toBe('http.idempotency_key_reused');
    // A person looked into the chat; what is settled stays so, and others' sendings are none of one's business.
    expect((await told(await hire('adviser'), insertId, 'SENT')).status).toBe(404);
    await told(talker, insertId, 'SENT');
    await told(talker, insertId, 'SENT');
    expect((await told(talker, insertId, 'FAILED')).body.code).toBe('outreach.settled');
    expect((await talker.post('chats', chat)).body.inserts).toEqual([
      { insertId, text: GREETING, purpose: 'SERVICE', state: 'SENT', decidedAt: expect.any(String) },
    ]);
    expect((await trailOf(memberId)).map(({ action, actor }) => [action, actor])).toEqual([
      ['outreach.insert', talker.staffId],
      ['outreach.report_insert', talker.staffId],
      ['outreach.report_insert', talker.staffId],
    ]);
    expect(JSON.stringify(await trailOf(memberId))).not.toContain('接着学');
  });

  it('E-11 a page that never says what became of a text leaves it unknown, not sent', async () => {
    const talker = await hire('adviser');
    const { chat } = await customerOf(talker);
    await write(talker, chat, GREETING);
    const stateNow = async () => (await talker.post('chats', chat)).body.inserts[0].state;
    expect(await stateNow()).toBe('SENDING');
    world.clock.advance(121_000);
    expect(await stateNow()).toBe('UNKNOWN');
  });

  it('REQ-ADV-1 REQ-ADV-4 E-11 advice goes out under the name and number of a registered adviser, and by nobody else', async () => {
    const adviser = await hire('adviser');
    const advice = `从风险看，仓位不宜过于集中，${initialAdviceWords.words[0]}要结合您的承受能力。`;
    const { memberNo, chat } = await customerOf(adviser);
    await contract(memberNo);
    const { body } = await write(adviser, chat, advice, { basis: OWN_BASIS });
    expect(body.refusal).toBeNull();
    expect(body.text).toMatch(
      /^从风险看.*依据：未引用研究报告.*投资顾问 沈知行（登记编码 S0000000000001）.*投资有风险/su,
    );
    const manager = await hire('relationshipManager');
    const theirs = await customerOf(manager);
    expect(await refusalOf(write(manager, theirs.chat, advice))).toBe('ADVISER_ONLY');
    expect(await refusalOf(write(manager, theirs.chat, GREETING))).toBeNull();
    const unregistered = await hire('adviser', { registrationNo: null });
    expect(await refusalOf(write(unregistered, (await customerOf(unregistered)).chat, GREETING))).toBe(
      'NO_LICENCE',
    );
    // Past the last day of the registration nobody is at the desk any more, whatever is left of the session.
    world.clock.advance(3 * HOUR);
    const until = await hire('adviser', { validUntil: dayOfInstant(world.clock.now()) });
    const last = await customerOf(until);
    expect(await refusalOf(write(until, last.chat, GREETING))).toBeNull();
    world.clock.advance(11 * HOUR);
    expect((await write(until, last.chat, GREETING)).status).toBe(401);
    world.clock.advance(-14 * HOUR);
  });

  it('E-11 REQ-ADV-2 advice beside a chat passes to a client under a contract and to nobody else', async () => {
    const adviser = await hire('adviser');
    const advice = `从风险看，仓位不宜过于集中，${initialAdviceWords.words[0]}要结合您的承受能力。`;
    const [client, other] = [await customerOf(adviser), await customerOf(adviser)];
    await contract(client.memberNo);
    const refused = (chat: object, text = advice) =>
      refusalOf(write(adviser, chat, text, { basis: OWN_BASIS }));
    expect(await refused(client.chat)).toBeNull();
    expect(await refused(other.chat)).toBe('ADVICE_WITHOUT_CONTRACT');
    expect(await refused(other.chat, GREETING)).toBeNull();
    const gate = jest.spyOn(world.app.get(AdvisoryContracts, { strict: false }), 'isActiveFor');
    gate.mockResolvedValue(true);
    // Past its gate it would be said.
    expect(await refused(other.chat)).toBeNull();
    gate.mockRestore();
  });

  it('F-09 REQ-ADV-4 advice of the sidebar is asked for its basis before it goes, and goes out and is kept with it', async () => {
    const adviser = await hire('adviser');
    const { memberNo, chat } = await customerOf(adviser);
    await contract(memberNo);
    const advice = `从风险看，仓位不宜过于集中，${initialAdviceWords.words[0]}要结合您的承受能力。`;
    const today = formatDay(dayOfInstant(world.clock.now()));
    const report = { usesReport: true, reportPublisher: '示例证券研究所', reportOn: today };
    const tomorrow = formatDay(epochDay(dayOfInstant(world.clock.now()) + 1));
    for (const [basis, refusal] of [
      [undefined, 'BASIS_MISSING'],
      [{ ...report, reportPublisher: ' ' }, 'REPORT_INCOMPLETE'],
      [{ ...report, reportOn: null }, 'REPORT_INCOMPLETE'],
      [{ ...report, reportOn: tomorrow }, 'REPORT_IN_FUTURE'],
      [{ ...report, reportPublisher: '这只产品保本保息，您放心买' }, 'WORDING'],
    ] as const) {
      const { body } = await write(adviser, chat, advice, { ...(basis && { basis }) });
      expect(body).toMatchObject({ refusal, text: null });
      if (refusal === 'WORDING') expect(body.findings[0].path).toBe('basis.reportPublisher');
    }
    const { body } = await write(adviser, chat, advice, { basis: report });
    const [year, month, date] = today.split('-').map(Number);
    expect(body.text).toMatch(
      new RegExp(
        `^从风险看.*依据：示例证券研究所 ${year}年${month}月${date}日发布的研究报告\n投资顾问 沈知行`,
        'su',
      ),
    );
    const rows = await world.rows(
      'SELECT basis, text_sha256 AS sha256, refusal FROM sidebar_inserts WHERE member_no = ? AND refusal IS NULL',
      [memberNo],
    );
    expect(rows).toHaveLength(1);
    const { basis, sha256 } = rows[0];
    expect(typeof basis === 'string' ? JSON.parse(basis) : basis).toEqual(report);
    expect(sha256).toBe(createHash('sha256').update(body.text).digest('hex'));
    // What is no advice says nothing of it.
    expect((await write(adviser, chat, GREETING, { basis: report })).body.text).toBe(GREETING);
  });

  it('E-11 words that may not be said are refused with their place, and what needs a second look is not sent', async () => {
    const talker = await hire('adviser');
    const { memberId, chat } = await customerOf(talker);
    const text = '这只产品保本保息，您放心买。';
    const { body } = await write(talker, chat, text);
    expect(body).toMatchObject({ refusal: 'WORDING', text: null });
    const [{ start, end }] = body.findings;
    expect(text.slice(start, end)).toContain('保本');
    expect(await refusalOf(write(talker, chat, '加我私人微信，我把内容单独发您。'))).toMatch(
      /^(WORDING|SECOND_LOOK)$/,
    );
    expect((await talker.post('chats', chat)).body.inserts).toEqual([]);
    expect((await trailOf(memberId))[0]).toMatchObject({
      action: 'outreach.refuse_insert',
      reason: 'WORDING',
    });
    expect(await refusalOf(write(talker, chat, GREETING))).toBeNull();
  });

  it('E-11 marketing spends the budget of the member, keeps the quiet hours and the consent; service does not ask for them', async () => {
    const talker = await hire('adviser');
    const { chat } = await customerOf(talker);
    const market = (to: object, key?: string) =>
      refusalOf(write(talker, to, INVITATION, { purpose: 'MARKETING', ...(key && { key }) }));
    // 21:00 in Shanghai.
    world.clock.advance(11 * HOUR);
    expect(await market(chat)).toBe('QUIET_HOURS');
    expect(await refusalOf(write(talker, chat, GREETING))).toBeNull();
    world.clock.advance(-11 * HOUR);
    // Asked twice with one key it is one contact; another one is one too many.
    expect(await market(chat, `market-${engine}-001`)).toBeNull();
    expect(await market(chat, `market-${engine}-001`)).toBeNull();
    expect(await market(chat)).toBe('DAY_LIMIT');
    expect(await refusalOf(write(talker, chat, GREETING))).toBeNull();
    const reader = await customerOf(talker, ['SERVICE']);
    expect(await market(reader.chat)).toBe('NO_CONSENT');
    const gone = await customerOf(talker);
    await world.database.runInTransaction((tx) =>
      world.identity.decideConsents(
        tx,
        gone.memberNo,
        [{ purpose: 'SERVICE', textVersion: currentConsentText('SERVICE').version, isGranted: false }],
        'console',
      ),
    );
    expect(await refusalOf(write(talker, gone.chat, GREETING))).toBe('NO_SERVICE_CONSENT');
  });

  it('E-11 what the software brings along to be said passes its own wording check', async () => {
    const talker = await hire('adviser');
    for (const { text, purpose } of initialPhrases.phrases) {
      const { chat } = await customerOf(talker);
      expect(await refusalOf(write(talker, chat, text, { purpose }))).toBeNull();
    }
  });
});
