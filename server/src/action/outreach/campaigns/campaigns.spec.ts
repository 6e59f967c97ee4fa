import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  CampaignDetail,
  type CampaignDraft,
  CampaignMembers,
  CampaignOptions,
  CampaignRows,
} from '@siyu/shared/contracts/campaigns';
import { FeedPage } from '@siyu/shared/contracts/feed';
import type { ConsentPurpose, Role } from '@siyu/shared/contracts/identity.limits';
import { MemberMatches, Suggestions } from '@siyu/shared/contracts/matching';
import { ProductDetail } from '@siyu/shared/contracts/products';
import { SUITABILITY_WORDS } from '@siyu/shared/contracts/suitability.limits';
import { isHeldOut } from '@siyu/shared/rules';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { demoCorp } from '../../../../../sandbox/src/wecom/corp.ts';
import { externalUserIdOf } from '../../../../../sandbox/src/wecom/customers.ts';
import { BrakesModule } from '../../../foundation/brakes/index.ts';
import { Organisation } from '../../../foundation/organisation/index.ts';
import { WecomApi } from '../../../foundation/wechat/index.ts';
import { CommunityGroup } from '../../../records/communities/community-group.entity.ts';
import { GroupSync } from '../../../records/communities/group-sync.ts';
import { ReviewsModule } from '../../../foundation/reviews/index.ts';
import { DefinedSegment, SegmentVersionEntry } from '../../../insight/segments/segment-definition.entity.ts';
import { SegmentMembership } from '../../../insight/segments/segment-membership.entity.ts';
import { insertRows } from '../../../platform/database/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { AdvisoryModule } from '../../../records/advisory/index.ts';
import { EventHistories } from '../../../records/engagement/index.ts';
import { ProductsModule } from '../../../records/products/index.ts';
import { Assessment, AssessmentStep } from '../../../records/suitability/assessment.entity.ts';
import { SuitabilityModule } from '../../../records/suitability/index.ts';
import { openRecords, type RecordsWorld, type Reply } from '../../../records/testing/index.ts';
import { cookieOf, signInStaff, STAFF_PASSWORD } from '../../../records/testing/staff-people.ts';
import { ContentModule } from '../../../services/content/index.ts';
import {
  type Call,
  contentFirm,
  draft as lesson,
  publish,
} from '../../../services/content/testing/content-firm.ts';
import { DiscussionModule } from '../../../services/discussion/index.ts';
import { describeOnEngines } from '../../../testing/index.ts';
import { FeedModule } from '../../feed/index.ts';
import { MatchingModule } from '../matching/matching.module.ts';
import { SENDING_JOB } from './campaign-sending.ts';
import { POST_WATCH_JOB } from './post-watch.ts';
import { CampaignsModule } from './campaigns.module.ts';

const DESK = '/v1/console/campaigns';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SEGMENT = 'stage.TRUSTING';
const [app] = demoCorp.apps;

interface Desk {
  readonly staffId: string;
  call(method: string, path: string, body?: object): Promise<Reply>;
}
interface Reader {
  readonly token: string;
  readonly memberId: string;
  readonly memberNo: number;
}

describeOnEngines((engine) => {
  describe('campaigns', () => {
    let world: RecordsWorld;
    let operator: Call;
    let publisher: Call;
    let compliance: Desk;
    let contentId: string;
    /** A campaign whose task of WeCom nobody has confirmed. */
    let unconfirmed: string;
    let people = 0;
    beforeAll(async () => {
      world = await openRecords(engine, {
        also: [
          ...[ReviewsModule, BrakesModule, ProductsModule, SuitabilityModule, ContentModule, FeedModule],
          ...[AdvisoryModule, DiscussionModule, CampaignsModule, MatchingModule],
        ],
        env: {
          WECOM_CORP_ID: demoCorp.corpId,
          WECOM_CONTACT_SECRET: app?.secret ?? '',
          WECOM_AGENT_ID: String(app?.agentId),
        },
      });
      const firm = contentFirm(world);
      operator = await firm.staff('writer', ['operator']);
      publisher = await firm.staff('reader-of-texts', ['compliance']);
      compliance = await hire('compliance');
      contentId = await publish(operator, publisher, lesson());
    }, 60_000);
    afterAll(() => world.close());

    const hire = async (
      role: Role,
      more: { registrationUntil?: number; wecomUserId?: string } = {},
    ): Promise<Desk> => {
      const loginName = `sender-${(people += 1)}`;
      const isAdviser = role === 'adviser';
      const staffId = await world.database.runInTransaction((tx) =>
        world.app.get(Organisation, { strict: false }).createStaff(tx, {
          ...{ loginName, name: '沈知行', password: STAFF_PASSWORD, roles: [role], branchId: null },
          scopeKind: isAdviser ? 'book' : 'firm',
          registrationNo: isAdviser ? `S00000000000${10 + people}` : null,
          ...more,
        }),
      );
      const cookie = cookieOf(await signInStaff(world, loginName));
      return {
        staffId,
        call: (method, path, body) =>
          world.call(method, path, { cookie, ...(body === undefined ? {} : { body }) }),
      };
    };
    /** Somebody in a book who may be sent everything: assessed, of a stated age, in the segment. */
    const join = async (
      adviser: Desk,
      {
        account = `sent-${(people += 1)}`,
        grants = ['SERVICE', 'MARKETING', 'PROFILING'],
        isAssessed = true,
      }: { account?: string; grants?: readonly ConsentPurpose[]; isAssessed?: boolean } = {},
    ): Promise<Reader> => {
      const { token, member } = await world.signIn(account, grants);
      const memberNo = await world.memberNoOf(member.memberId);
      await world.call('PUT', '/v1/protection/birth-year', { token, body: { birthYear: 1985 } });
      await bind(memberNo, adviser);
      await place(memberNo, SEGMENT);
      if (isAssessed) await assess(memberNo);
      return { token, memberId: member.memberId, memberNo };
    };
    const bind = (memberNo: number, { staffId }: Desk) =>
      world.database.runInTransaction((tx) => world.identity.bindAdviser(tx, memberNo, staffId));
    const place = (memberNo: number, segmentKey: string) =>
      world.database.runInTransaction((tx) =>
        insertRows(tx, SegmentMembership, [
          { ...{ memberNo, segmentKey, fromAsOf: 20_000, fromSeq: 1 }, recordedAt: world.clock.now() },
        ]),
      );
    const assess = async (memberNo: number): Promise<void> => {
      const [assessmentId, at] = [randomUUID(), world.clock.now()];
      const row: Assessment = {
        ...{ assessmentId, memberNo, questionnaireVersion: 1, limitsVersion: 1, answers: [], score: 50 },
        ...{ level: 'C3', isLowestByAnswer: false, horizonMonths: 36, types: ['FUND_MIXED'], takenAt: at },
        ...{ validUntil: addDays(dayOfInstant(at), 300), isHeld: false, sha256: '', sealedOrigin: '' },
      };
      const step = { assessmentId, kind: 'CONFIRMED', memberNo, at, staffId: null, sealedOrigin: null };
      await world.database.runInTransaction(async (tx) => {
        await insertRows(tx, Assessment, [row]);
        await insertRows(tx, AssessmentStep, [step]);
      });
    };
    const approve = async (subjectId: string): Promise<Reply> => {
      const { rows } = (await compliance.call('GET', '/v1/console/reviews?state=OPEN')).body;
      const review = rows.find((each: { subjectId: string }) => each.subjectId === subjectId);
      return compliance.call('POST', `/v1/console/reviews/${review.reviewId}/decision`, {
        ...{ isApproved: true, comment: '看过', subjectSha256: review.subjectSha256 },
      });
    };
    const sell = async (name: string, isPrivate = false): Promise<string> => {
      const draft = {
        ...{ code: `CP${(people += 1)}`, name, type: 'FUND_MIXED', level: 'R3', horizonMonths: 12 },
        ...{ isPrivate, levelValidUntil: formatDay(addDays(dayOfInstant(world.clock.now()), 365)) },
      };
      const made = await operator('POST', '/v1/console/products', draft);
      const { productId } = ProductDetail.parse(made.body);
      await operator('POST', `/v1/console/products/${productId}/submission`);
      await approve(productId);
      return productId;
    };
    const drafted = (more: Partial<CampaignDraft> = {}): CampaignDraft => ({
      ...{ name: '三份钱', contentId, productIds: [], channel: 'FEED_CARD', segmentKeys: [SEGMENT] },
      ...{ groupIds: [], excludedSegmentKeys: [], scheduledFor: null, ...more },
    });
    const detail = async (asked: Promise<Reply>): Promise<CampaignDetail> => {
      const { status, body } = await asked;
      if (status > 201) throw new Error(JSON.stringify(body));
      return CampaignDetail.parse(body);
    };
    const get = (desk: Desk, id: string) => detail(desk.call('GET', `${DESK}/${id}`));
    const members = async (desk: Desk, id: string, query: string): Promise<CampaignMembers> =>
      CampaignMembers.parse((await desk.call('GET', `${DESK}/${id}/members?${query}`)).body);
    /** Written, looked at and handed in. */
    const submitted = async (adviser: Desk, draft: CampaignDraft): Promise<CampaignDetail> => {
      const { campaignId, revision } = await detail(adviser.call('POST', DESK, draft));
      const { preview } = await detail(adviser.call('POST', `${DESK}/${campaignId}/previews`, { revision }));
      return detail(
        adviser.call('POST', `${DESK}/${campaignId}/submission`, {
          ...{ revision, previewSha256: preview?.sha256 },
        }),
      );
    };
    const turn = async (): Promise<void> => {
      world.app.get(Jobs).wake(SENDING_JOB);
      await world.app.get(Jobs).idle();
    };
    const feedOf = async ({ token }: Reader) =>
      FeedPage.parse((await world.call('GET', '/v1/feed', { token })).body).cards;
    const isSentTo = async (reader: Reader): Promise<boolean> =>
      (await feedOf(reader)).some(({ reason }) => reason.code === 'from_adviser');
    const reasonsOf = (counted: readonly { reason: string; members: number }[]) =>
      Object.fromEntries(counted.map(({ reason, members: many }) => [reason, many]));

    it('I-05 I-06 REQ-SUIT-1 a preview has one reason for everybody of the book; with nothing changed exactly the included get the card, and who opens it is counted', async () => {
      const adviser = await hire('adviser');
      const productId = await sell('稳健混合一号');
      const readers = [await join(adviser), await join(adviser)] as const;
      await join(adviser, { grants: ['SERVICE', 'PROFILING'] });
      await join(adviser, { grants: ['SERVICE', 'MARKETING'] });
      const unassessed = await join(adviser, { isAssessed: false });
      const excluded = await join(adviser);
      await place(excluded.memberNo, 'group.KEY_GUIDE');
      await join(await hire('adviser'));
      const options = CampaignOptions.parse(
        (await adviser.call('GET', '/v1/console/campaign-options?search=三份')).body,
      );
      expect(options.contents).toMatchObject([{ contentId, label: 'education' }]);
      expect(options.products).toContainEqual(expect.objectContaining({ productId }));
      expect(options.maySend).toBe(true);

      const draft = drafted({ productIds: [productId], excludedSegmentKeys: ['group.KEY_GUIDE'] });
      const handedIn = await submitted(adviser, draft);
      const { campaignId, preview } = handedIn;
      expect(handedIn).toMatchObject({ state: 'IN_REVIEW', results: null, mayDo: ['EDIT', 'CANCEL'] });
      expect(preview).toMatchObject({ included: 2, excluded: 4, isStale: false });
      expect(reasonsOf(preview?.reasons ?? [])).toEqual({
        ...{ EXCLUDED: 1, NO_MARKETING_CONSENT: 1, SWITCHED_OFF: 1, UNSUITABLE: 1 },
      });
      const { rows } = await members(adviser, campaignId, 'which=excluded&reason=UNSUITABLE');
      expect(rows).toMatchObject([
        { memberId: unassessed.memberId, details: [{ code: 'NOT_ASSESSED', about: '稳健混合一号' }, {}] },
      ]);
      expect((await get(compliance, campaignId)).mayDo).toEqual(['CANCEL', 'DECIDE']);

      expect((await approve(campaignId)).status).toBe(200);
      await turn();
      const done = await get(adviser, campaignId);
      expect(done).toMatchObject({ state: 'DONE', sent: 2, mayDo: [] });
      expect(done.results).toMatchObject({ included: 2, sent: 2, dropped: 0, changes: [], opened: 0 });
      const [first] = await feedOf(readers[0]);
      expect(first).toMatchObject({ cardId: contentId, reason: { code: 'from_adviser' } });
      expect(first?.reason.params).toMatchObject({ adviser: '沈知行' });
      expect(await isSentTo(excluded)).toBe(false);
      const decided = await world.rows(
        "SELECT member_no FROM suitability_decisions WHERE purpose = 'campaigns.send' AND product_id = ?",
        [productId],
      );
      expect(decided.map((row) => row.member_no).sort()).toEqual(
        readers.map(({ memberNo }) => memberNo).sort(),
      );

      await read(readers[0], 40);
      expect((await get(adviser, campaignId)).results).toMatchObject({ opened: 1, readToEnd: 0 });
      await turn();
      expect((await get(adviser, campaignId)).results).toMatchObject({ sent: 2, dropped: 0 });
      expect(await isSentTo(readers[1])).toBe(true);
      await changeFacts(readers[1]);
      expect(await isSentTo(readers[1])).toBe(false);
      // Unsubscribed is unsubscribed, on the next page already (REQ-PUB-6).
      await withdraw(readers[0]);
      expect(await isSentTo(readers[0])).toBe(false);
      const list = CampaignRows.parse((await adviser.call('GET', `${DESK}?state=DONE`)).body);
      expect(list.rows).toMatchObject([{ campaignId, included: 2, sent: 2 }]);
    });

    const changeFacts = ({ token }: Reader): Promise<Reply> =>
      world.call('POST', '/v1/suitability/statements', {
        ...{ token, body: { kind: 'FACTS_CHANGED', textVersion: SUITABILITY_WORDS.FACTS_CHANGED.version } },
      });
    const withdraw = async ({ token }: Reader): Promise<void> => {
      const { consents } = (await world.call('GET', '/v1/consents', { token })).body;
      const { textVersion } = consents.find(({ purpose }: { purpose: string }) => purpose === 'MARKETING');
      const decisions = [{ purpose: 'MARKETING', textVersion, isGranted: false }];
      await world.call('POST', '/v1/consents', { token, body: { decisions } });
    };

    it('I-06 REQ-PUB-6 what is sent is the preview without those of whom a fact has changed, each by its name, and nobody comes in', async () => {
      const [adviser, other] = [await hire('adviser'), await hire('adviser')];
      const productId = await sell('稳健混合二号');
      const [stays, unsubscribed, moved, changed, contacted, left] = [
        ...[await join(adviser), await join(adviser), await join(adviser)],
        ...[await join(adviser), await join(adviser), await join(adviser)],
      ];
      if (!stays || !unsubscribed || !moved || !changed || !contacted || !left) throw new Error('nobody');
      const soon = new Date(world.clock.now() + 2 * HOUR).toISOString();
      const planned = await submitted(adviser, drafted({ productIds: [productId], scheduledFor: soon }));
      const { campaignId } = planned;
      expect(planned.preview).toMatchObject({ included: 6, excluded: 0, plannedFor: soon });
      await approve(campaignId);
      await turn();
      expect(await get(adviser, campaignId)).toMatchObject({ state: 'SCHEDULED', results: null });

      await withdraw(unsubscribed);
      await bind(moved.memberNo, other);
      await changeFacts(changed);
      await world.database.runInTransaction((tx) =>
        tx.manager.query('UPDATE segment_memberships SET to_as_of = 20001, to_seq = 2 WHERE member_no = ?', [
          left.memberNo,
        ]),
      );
      const second = await publish(operator, publisher, lesson({ title: '家庭账本怎样记', position: 2 }));
      const toOther = await hire('adviser');
      await bind(contacted.memberNo, toOther);
      const one = await submitted(toOther, drafted({ contentId: second, segmentKeys: [] }));
      await approve(one.campaignId);
      await turn();
      await bind(contacted.memberNo, adviser);
      const late = await join(adviser);

      world.clock.advance(2 * HOUR);
      await turn();
      const { state, results } = await get(adviser, campaignId);
      expect(state).toBe('DONE');
      expect(results).toMatchObject({ included: 6, sent: 1, dropped: 5 });
      expect(reasonsOf(results?.changes ?? [])).toEqual({
        ...{ NOT_IN_BOOK: 1, NOT_IN_SEGMENT: 1, NO_MARKETING_CONSENT: 1, UNSUITABLE: 1, DAY_LIMIT: 1 },
      });
      const dropped = await members(adviser, campaignId, 'which=dropped');
      const became = Object.fromEntries(
        dropped.rows.map(({ memberId, reason, delivery }) => [memberId, [reason, delivery?.reason]]),
      );
      expect(became).toEqual({
        [unsubscribed.memberId]: [null, 'NO_MARKETING_CONSENT'],
        [moved.memberId]: [null, 'NOT_IN_BOOK'],
        [changed.memberId]: [null, 'UNSUITABLE'],
        [contacted.memberId]: [null, 'DAY_LIMIT'],
        [left.memberId]: [null, 'NOT_IN_SEGMENT'],
      });
      expect(await isSentTo(stays)).toBe(true);
      expect(await isSentTo(late)).toBe(false);
      expect(await isSentTo(changed)).toBe(false);
    });

    it('I-09 REQ-ADV-1 a relationship manager hands a draft over in one tap and sends nothing; only the registered adviser previews, and an edit undoes what was handed in', async () => {
      const [manager, adviser] = [await hire('relationshipManager'), await hire('adviser')];
      await join(adviser);
      const made = await detail(manager.call('POST', DESK, drafted()));
      const { campaignId } = made;
      expect(made).toMatchObject({ sender: null, mayDo: ['EDIT', 'HAND_OVER', 'CANCEL'] });
      const path = `${DESK}/${campaignId}`;
      expect((await manager.call('POST', `${path}/previews`, { revision: 1 })).status).toBe(403);
      expect((await adviser.call('GET', path)).status).toBe(404);
      const to = { adviserId: manager.staffId, revision: 1 };
      expect((await manager.call('POST', `${path}/handover`, to)).body.code).toBe(
        'campaigns.adviser_not_found',
      );
      const taken = await detail(
        manager.call('POST', `${path}/handover`, { ...to, adviserId: adviser.staffId }),
      );
      expect(taken).toMatchObject({ sender: { staffId: adviser.staffId }, mayDo: [] });
      const stale = await adviser.call('POST', `${path}/previews`, { revision: 1 });
      expect(stale.body.code).toBe('campaigns.changed');
      const { preview } = await detail(adviser.call('POST', `${path}/previews`, { revision: 2 }));
      const handIn = { revision: 2, previewSha256: preview?.sha256 };
      await detail(adviser.call('POST', `${path}/submission`, handIn));
      const edited = await detail(
        adviser.call('PUT', path, { draft: drafted({ name: '改过' }), revision: 2 }),
      );
      expect(edited).toMatchObject({ state: 'DRAFT', review: null, preview: { isStale: true } });
      expect((await adviser.call('POST', `${path}/submission`, { ...handIn, revision: 3 })).status).toBe(409);
      const cancelled = await detail(compliance.call('POST', `${path}/cancellation`, { reason: '不再需要' }));
      expect(cancelled).toMatchObject({ state: 'CANCELLED', cancelReason: '不再需要', mayDo: [] });
      const acts = await world.rows('SELECT action FROM audit_rows WHERE subject_id = ? ORDER BY row_id', [
        campaignId,
      ]);
      expect(new Set(acts.map(({ action }) => action))).toEqual(
        new Set(
          ['create', 'hand_over', 'take_preview', 'submit', 'save', 'cancel'].map(
            (act) => `campaigns.${act}`,
          ),
        ),
      );
    });

    it('I-05 a campaign by WeCom becomes a task for the contacts among its members, and waits while a brake stands', async () => {
      const until = dayOfInstant(world.clock.now());
      const adviser = await hire('adviser', { wecomUserId: 'adviser1', registrationUntil: until });
      await befriend(await join(adviser, { account: 'demo-3' }), 'demo-3');
      await join(adviser);
      const planned = await submitted(adviser, drafted({ channel: 'WECOM_MASS_SEND' }));
      expect(reasonsOf(planned.preview?.reasons ?? [])).toEqual({ NO_WECOM_CONTACT: 1 });
      const brake = { kind: 'ADVISER', target: adviser.staffId, reason: '先停下来看一看' };
      expect((await compliance.call('POST', '/v1/console/brakes', brake)).status).toBe(201);
      await approve(planned.campaignId);
      await turn();
      expect(await get(adviser, planned.campaignId)).toMatchObject({ state: 'SCHEDULED', results: null });
      const { campaignId, revision } = await detail(adviser.call('POST', DESK, drafted()));
      const held = await detail(adviser.call('POST', `${DESK}/${campaignId}/previews`, { revision }));
      expect(reasonsOf(held.preview?.reasons ?? [])).toEqual({ STOPPED: 2 });

      await world.database.runInTransaction((tx) =>
        tx.manager.query("UPDATE brakes SET state = 'RELEASED' WHERE target = ?", [adviser.staffId]),
      );
      await turn();
      await turn();
      const { results } = await get(adviser, planned.campaignId);
      expect(results).toMatchObject({ included: 1, sent: 1, queued: 0, dropped: 0 });
      unconfirmed = planned.campaignId;
      const tasks = await world.sandbox.call('GET', '/__phone/wecom/tasks?userid=adviser1');
      expect(JSON.stringify(tasks.body['tasks'])).toContain('【投资者教育】先把家里的钱分成三份');
    });

    const befriend = ({ memberNo }: Reader, account: string) =>
      world.database.runInTransaction((tx) =>
        world.identity.linkIdentity(tx, memberNo, {
          kind: 'wecom_external_contact',
          issuer: demoCorp.corpId,
          externalId: externalUserIdOf(account),
        }),
      );

    it('I-08 E-06 who is sent to stands on record before WeCom is called; a task that nobody answered is unknown, counted, and never sent again by itself', async () => {
      const adviser = await hire('adviser', { wecomUserId: 'adviser5' });
      await befriend(await join(adviser, { account: 'demo-4' }), 'demo-4');
      const api = 'wecom/externalcontact/add_msg_template';
      await world.sandbox.call('POST', '/__control/faults', { api, kind: 'hang_up' });
      const wecom = world.app.get(WecomApi, { strict: false });
      const send = wecom.addMsgTemplate.bind(wecom);
      const seen: unknown[] = [];
      const spy = jest.spyOn(wecom, 'addMsgTemplate').mockImplementation(async (message) => {
        seen.push(
          await world.rows(
            `SELECT d.state AS delivery, s.state AS send FROM campaign_deliveries d
             JOIN platform_sends s ON s.business_key = d.batch_key WHERE d.campaign_id = ?`,
            [campaignId],
          ),
        );
        return send(message);
      });
      const { campaignId } = await submitted(adviser, drafted({ channel: 'WECOM_MASS_SEND' }));
      await approve(campaignId);
      await turn();
      for (let each = 0; each < 3; each += 1) {
        world.app.get(Jobs).wake('platform-sends');
        await world.app.get(Jobs).idle();
      }
      spy.mockRestore();
      await world.sandbox.call('DELETE', '/__control/faults');
      expect(seen).toEqual([[{ delivery: 'QUEUED', send: 'SENDING' }]]);
      const { results } = await get(adviser, campaignId);
      expect(results).toMatchObject({ included: 1, queued: 0, sent: 0, unknown: 1, opened: 0 });
    });

    const matchesOf = async (desk: Desk, { memberId }: Reader): Promise<MemberMatches> =>
      MemberMatches.parse((await desk.call('GET', `/v1/console/members/${memberId}/matches`)).body);
    const codesOf = (matched: readonly { offer: { code: string } }[]) =>
      matched.map(({ offer }) => offer.code);

    it('I-10 REQ-SUIT-1 REQ-SUIT-6 REQ-PUB-5 an adviser is told what suits a member, with reasons and the verdict of the gate; a category goes as soon as it suits no more, and no product is named', async () => {
      const adviser = await hire('adviser');
      const productId = await sell('稳健混合三号');
      const [known, unassessed] = [await join(adviser), await join(adviser, { isAssessed: false })];
      await place(unassessed.memberNo, 'stage.STRANGER');
      const unsorted = await join(adviser, { grants: ['SERVICE', 'MARKETING'] });

      const told = await matchesOf(adviser, known);
      expect(told).toMatchObject({ version: 1, lifeStage: 'RAISING', level: 'C3', isSwitchedOff: false });
      expect(codesOf(told.offered)).toEqual(['定投', 'CONSULTATION', 'ADVISORY_CONTRACT', 'FUND_MIXED']);
      expect(told.offered.at(-1)).toMatchObject({
        verdict: 'SUITABLE',
        reasons: [
          { code: 'SEGMENT', about: SEGMENT, name: '同行阶段：信任' },
          { code: 'LEVEL', about: 'C3', name: null },
        ],
        whys: ['熟悉产品，也承受得起中等起伏'],
      });
      expect(told.withheld.map(({ offer, verdict }) => [offer.code, verdict])).toEqual([
        ['FUND_MONEY', 'NOTHING_ON_SALE'],
        ['FUND_INDEX', 'NOTHING_ON_SALE'],
      ]);
      expect(JSON.stringify(told)).not.toContain(productId);
      const first = (await matchesOf(adviser, unassessed)).offered;
      expect(codesOf(first).slice(0, 3)).toEqual(['RISK_ASSESSMENT', '测评', '三份']);
      expect(first[2]?.offer).toMatchObject({ contents: [{ contentId }] });

      const { members: asked, offers } = Suggestions.parse(
        (await adviser.call('GET', `/v1/console/campaign-suggestions?segmentKeys=${SEGMENT}`)).body,
      );
      expect(asked).toBe(3);
      expect(offers.map(({ offer, suits }) => [offer.offer.code, suits]).slice(0, 3)).toEqual([
        ['定投', 2],
        ['CONSULTATION', 2],
        ['RISK_ASSESSMENT', 1],
      ]);
      expect(offers.find(({ offer }) => offer.offer.code === 'FUND_MIXED')).toMatchObject({ suits: 1 });

      await changeFacts(known);
      const since = await matchesOf(adviser, known);
      expect(since.level).toBe('NONE');
      expect(codesOf(since.offered)).toEqual(['RISK_ASSESSMENT', '测评', '定投', 'CONSULTATION']);
      const off = await matchesOf(adviser, unsorted);
      expect(off).toMatchObject({ isSwitchedOff: true, lifeStage: null, offered: [] });
      const path = `/v1/console/members/${known.memberId}/matches`;
      expect((await (await hire('adviser')).call('GET', path)).status).toBe(404);
      const looks = await world.rows("SELECT 1 FROM audit_rows WHERE action = 'matching.view_member'");
      expect(looks).toHaveLength(4);
    });

    /** A customer group of the box, as the server knows it. */
    const gather = async (owner: string, accounts: readonly string[]) => {
      const made = await world.sandbox.call('POST', '/__phone/wecom/groups', {
        ...{ owner, name: `读书群${(people += 1)}`, accounts },
      });
      const chatId = String(made.body['chatId']);
      await world.database.runInTransaction(await world.app.get(GroupSync, { strict: false }).lookUp(chatId));
      const { groupId } = await world.database.read.findOneByOrFail(CommunityGroup, { chatId });
      const act = (body: object) => world.sandbox.call('POST', `/__phone/wecom/groups/${chatId}/acts`, body);
      return { groupId, act };
    };
    const tasksOf = async (userid: string): Promise<string> =>
      JSON.stringify((await world.sandbox.call('GET', `/__phone/wecom/tasks?userid=${userid}`)).body);
    const wake = async (...jobs: readonly string[]): Promise<void> => {
      for (const job of jobs) {
        world.app.get(Jobs).wake(job);
        await world.app.get(Jobs).idle();
      }
    };

    it('I-07 REQ-SUIT-1 REQ-SUIT-12 REQ-PUB-3 a post in a group is what its strictest viewer lets it be: judged again when it is sent and until the tap, it is not sent or taken back once a stricter one is there', async () => {
      const [adviser, other] = [await hire('adviser', { wecomUserId: 'adviser3' }), await hire('adviser')];
      const own = await join(adviser, { account: 'demo-1' });
      const others = await join(other, { account: 'demo-7' });
      await befriend(own, 'demo-1');
      await befriend(others, 'demo-7');
      const [productId, privateId] = [await sell('稳健混合七号'), await sell('私募七号', true)];
      const group = await gather('adviser3', ['demo-1', 'demo-7']);
      const { groups } = CampaignOptions.parse(
        (await adviser.call('GET', '/v1/console/campaign-options')).body,
      );
      expect(groups).toEqual([expect.objectContaining({ groupId: group.groupId, memberCount: 3 })]);
      const post = (more: Partial<CampaignDraft> = {}) =>
        drafted({ channel: 'GROUP_POST', groupIds: [group.groupId], segmentKeys: [], ...more });
      const look = async (draft: CampaignDraft) => {
        const { campaignId, revision } = await detail(adviser.call('POST', DESK, draft));
        return detail(adviser.call('POST', `${DESK}/${campaignId}/previews`, { revision }));
      };
      for (const [desk, draft, code] of [
        [adviser, post({ segmentKeys: [SEGMENT] }), 'bad_audience'],
        [adviser, drafted({ groupIds: [group.groupId] }), 'bad_audience'],
        [other, post(), 'group_not_found'],
      ] as const)
        expect((await desk.call('POST', DESK, draft)).body.code).toBe(`campaigns.${code}`);

      // Everybody is assessed, and it suits them: a product may be named.
      const soon = new Date(world.clock.now() + HOUR / 4).toISOString();
      const first = await submitted(adviser, post({ productIds: [productId], scheduledFor: soon }));
      expect(first.preview).toMatchObject({
        ...{ included: 2, excluded: 0 },
        post: { viewers: 2, refusal: null, isEducationOnly: false, forcedBy: [] },
      });
      expect((await look(post({ productIds: [privateId] }))).preview?.post?.refusal).toBe('PRIVATE_PRODUCT');
      const { rows } = await members(adviser, first.campaignId, 'which=included');
      expect(rows.map(({ memberId }) => memberId)).toEqual([own.memberId, null]);

      // Somebody whom nobody knows comes in after it was agreed to.
      await approve(first.campaignId);
      await turn();
      await group.act({ act: 'join', account: 'demo-2' });
      world.clock.advance(HOUR / 4);
      await turn();
      expect(await get(adviser, first.campaignId)).toMatchObject({
        ...{ state: 'STOPPED', stoppedFor: 'STRICTER_VIEWER' },
        results: { included: 2, sent: 0, dropped: 2, changes: [{ reason: 'STRICTER_VIEWER', members: 2 }] },
      });
      expect(await tasksOf('adviser3')).not.toContain('三份');
      const strict = await look(post({ productIds: [productId] }));
      expect(strict).toMatchObject({
        mayDo: ['EDIT', 'PREVIEW', 'CANCEL'],
        preview: { included: 0, post: { viewers: 3, refusal: 'STRICTER_VIEWER', isEducationOnly: true } },
      });
      expect(strict.preview?.post?.forcedBy).toEqual([
        { standing: 'UNLINKED', viewers: 1, people: [], details: [] },
      ]);

      // Education stands there all the same.
      const education = await submitted(adviser, post());
      await approve(education.campaignId);
      await turn();
      await wake('platform-sends');
      expect(await get(adviser, education.campaignId)).toMatchObject({
        ...{ state: 'DONE', results: { included: 2, sent: 2, dropped: 0 } },
      });
      expect(await tasksOf('adviser3')).toContain('三份');

      // Sent with a product, and the stranger is back before the adviser taps.
      await group.act({ act: 'leave', account: 'demo-2' });
      const waiting = await submitted(adviser, post({ productIds: [productId] }));
      await approve(waiting.campaignId);
      await turn();
      await wake('platform-sends', POST_WATCH_JOB);
      expect(await get(adviser, waiting.campaignId)).toMatchObject({ state: 'DONE', results: { sent: 2 } });
      const decided = await world.rows(
        "SELECT member_no, is_open FROM suitability_decisions WHERE purpose = 'campaigns.post'",
      );
      expect(decided).toHaveLength(2);
      await group.act({ act: 'join', account: 'demo-2' });
      await wake(POST_WATCH_JOB);
      expect(await get(adviser, waiting.campaignId)).toMatchObject({
        ...{ state: 'STOPPED', stoppedFor: 'STRICTER_VIEWER', results: { sent: 0, withdrawn: 2 } },
      });
      const judged = await world.rows(
        "SELECT inputs FROM audit_rows WHERE action = 'campaigns.judge_post' AND subject_id = ?",
        [first.campaignId],
      );
      expect(JSON.stringify(judged)).toContain('UNLINKED');

      // Who is in another's book is counted, and named to compliance alone.
      await group.act({ act: 'leave', account: 'demo-2' });
      await changeFacts(others);
      const masked = await look(post({ productIds: [productId] }));
      expect(masked.preview?.post?.forcedBy).toMatchObject([{ standing: 'EXPIRED', viewers: 1, people: [] }]);
      expect((await get(compliance, masked.campaignId)).preview?.post?.forcedBy).toMatchObject([
        { people: [{ memberId: others.memberId }] },
      ]);
    });

    it('I-07 REQ-SUIT-1 a post in Moments is judged by all contacts of its sender, and waits for the tap of the sender', async () => {
      const adviser = await hire('adviser', { wecomUserId: 'adviser4' });
      const productId = await sell('稳健混合八号');
      const moment = (more: Partial<CampaignDraft> = {}) =>
        drafted({ channel: 'MOMENTS_TASK', segmentKeys: [], ...more });
      const contact = async (account: string) => {
        const way = { userIds: ['adviser4'], state: '', remark: '', skipsVerification: true };
        const { qrCode } = await world.app.get(WecomApi, { strict: false }).addContactWay(way);
        const text = `https://work.weixin.qq.com/ca/${qrCode?.split('/').at(-1)?.replace('.png', '') ?? ''}`;
        await world.sandbox.call('POST', '/__phone/wecom/scan', { account, text });
      };
      const alone = await detail(adviser.call('POST', DESK, moment()));
      const nobody = await detail(
        adviser.call('POST', `${DESK}/${alone.campaignId}/previews`, { revision: alone.revision }),
      );
      expect(nobody.preview?.post).toMatchObject({ viewers: 0, refusal: 'NOBODY' });
      expect(nobody.mayDo).not.toContain('SUBMIT');

      const reader = await join(adviser, { account: 'demo-8' });
      await befriend(reader, 'demo-8');
      await contact('demo-8');
      const planned = await submitted(adviser, moment({ productIds: [productId] }));
      expect(planned.preview?.post).toMatchObject({ viewers: 1, refusal: null, groups: [] });
      await approve(planned.campaignId);
      await turn();
      await wake('platform-sends');
      expect((await get(adviser, planned.campaignId)).results).toMatchObject({ included: 1, sent: 1 });
      expect(await tasksOf('adviser4')).toContain('"kind":"moment"');
      await contact('demo-6');
      await wake(POST_WATCH_JOB);
      expect(await get(adviser, planned.campaignId)).toMatchObject({
        ...{ state: 'STOPPED', stoppedFor: 'STRICTER_VIEWER', results: { sent: 0, withdrawn: 1 } },
      });
      expect(await tasksOf('adviser4')).not.toContain('moment');
    });

    it('I-09 REQ-ADV-1 when the registration ends what is planned is stopped, what waits is withdrawn, nobody authors any more, and the cards of before stand under no name', async () => {
      const today = dayOfInstant(world.clock.now());
      const adviser = await hire('adviser', { registrationUntil: today, wecomUserId: 'adviser2' });
      const reader = await join(adviser);
      const sent = await submitted(adviser, drafted({ segmentKeys: [] }));
      await approve(sent.campaignId);
      await turn();
      expect(await isSentTo(reader)).toBe(true);
      const later = await publish(operator, publisher, lesson({ title: '学会看一份对账单', position: 3 }));
      const tomorrow = new Date(world.clock.now() + DAY).toISOString();
      const planned = await submitted(adviser, drafted({ contentId: later, scheduledFor: tomorrow }));
      await approve(planned.campaignId);
      const friend = await join(adviser, { account: 'demo-5' });
      await befriend(friend, 'demo-5');
      await world.sandbox.call('POST', '/__control/faults', {
        api: 'wecom/externalcontact/add_msg_template',
        kind: 'busy',
      });
      const task = await submitted(adviser, drafted({ contentId: later, channel: 'WECOM_MASS_SEND' }));
      await approve(task.campaignId);
      await turn();
      expect((await get(adviser, task.campaignId)).results).toMatchObject({ queued: 1, sent: 0 });

      world.clock.advance(DAY);
      await turn();
      world.app.get(Jobs).wake('platform-sends');
      await world.app.get(Jobs).idle();
      compliance = await hire('compliance');
      expect((await get(compliance, task.campaignId)).results).toMatchObject({ queued: 0, withdrawn: 1 });
      // WeCom had it, and the adviser had not tapped on it yet.
      expect((await get(compliance, unconfirmed)).results).toMatchObject({ sent: 0, withdrawn: 1 });
      expect(await get(compliance, planned.campaignId)).toMatchObject({
        ...{ state: 'STOPPED', stoppedFor: 'NO_LICENCE', results: null },
      });
      expect(await isSentTo(reader)).toBe(false);
      const unregistered = await hire('adviser', { registrationUntil: today });
      const refused = await unregistered.call('POST', DESK, drafted());
      expect([refused.status, refused.body.code]).toEqual([403, 'campaigns.no_licence']);
    });

    /** A segment of its own whose lot holds back exactly those. */
    const drawLot = async (members: readonly number[], held: number): Promise<string> => {
      let segmentId = randomUUID();
      while (members.some((no) => isHeldOut(segmentId, no, 50) !== (no === held))) segmentId = randomUUID();
      const rule = { combinator: 'and', rules: [{ field: 'amountFen', operator: '>', value: 0 }] };
      const version = { segmentId, rule, ruleSha256: '', holdoutPercent: 50, activatedById: randomUUID() };
      const [authorId, changedAt] = [randomUUID(), world.clock.now()];
      await world.database.runInTransaction(async (tx) => {
        await insertRows(tx, DefinedSegment, [
          {
            ...{ segmentId, segmentNo: 77, name: '常来学习的', purpose: '', state: 'LIVE', liveVersion: 1 },
            ...{ holdoutPercent: 50, draftRule: null, draftHoldoutPercent: null, revision: 1 },
            ...{ authorId, changedAt, placingNo: 0, placingAfter: null },
          },
        ]);
        await insertRows(tx, SegmentVersionEntry, [
          { ...version, version: 1, authorId, activatedAt: changedAt },
        ]);
      });
      return 'rule.77';
    };

    it('I-08 what members do within its window comes back: opened, read, consulted, signed; beside them stands whom the lot held back, and the end of the window is for good', async () => {
      const adviser = await hire('adviser');
      const [reads, opens, signs, held] = [
        ...[await join(adviser), await join(adviser, { account: 'reads-on' })],
        ...[await join(adviser), await join(adviser)],
      ];
      if (!reads || !opens || !signs || !held) throw new Error('nobody');
      const all = [reads, opens, signs, held].map(({ memberNo }) => memberNo);
      const segmentKey = await drawLot(all, held.memberNo);
      for (const memberNo of all) await place(memberNo, segmentKey);
      const planned = await submitted(adviser, drafted({ segmentKeys: [segmentKey] }));
      const { campaignId } = planned;
      expect(planned.preview).toMatchObject({ included: 3, excluded: 1 });
      expect(reasonsOf(planned.preview?.reasons ?? [])).toEqual({ HELD_OUT: 1 });
      // Before anything is sent: it is no result.
      await read(reads, 100);
      world.clock.advance(1_000);
      await approve(campaignId);
      await turn();
      expect((await get(adviser, campaignId)).results).toMatchObject({ sent: 2, opened: 0, dropped: 1 });

      await read(opens, 40);
      await read(signs, 100);
      await read(held, 100);
      const question = { commentId: randomUUID(), kind: 'QUESTION', text: '三份钱的比例怎么定？' };
      const asked = { token: opens.token, body: question };
      expect((await world.call('POST', `/v1/lessons/${contentId}/comments`, asked)).status).toBe(201);
      const occurredAt = world.clock.now();
      const past = { source: 'core', contentId: null, value: null } as const;
      await world.database.runInTransaction((tx) =>
        world.app
          .get(EventHistories, { strict: false })
          .record(tx, [{ ...past, memberNo: held.memberNo, type: 'consultation_closed', occurredAt }]),
      );
      const today = formatDay(dayOfInstant(occurredAt));
      const contract = { contractNo: 'TG-0008', validFrom: today, validUntil: today };
      const path = `/v1/console/members/${signs.memberId}/advisory-contracts`;
      expect((await compliance.call('POST', path, contract)).status).toBe(201);
      const { results } = await get(adviser, campaignId);
      expect(results).toMatchObject({ sent: 2, opened: 2, readToEnd: 1, consulted: 1, converted: 1 });
      expect(results?.window).toMatchObject({ from: new Date(occurredAt).toISOString(), isOver: false });
      const few = { included: null, heldOut: null, difference: null };
      expect(results?.uplift).toEqual([
        {
          ...{ segmentKey, name: '常来学习的', included: 3, heldOut: 1 },
          outcomes: ['OPENED', 'READ', 'CONSULTED', 'CONVERTED'].map((outcome) => ({ outcome, ...few })),
        },
      ]);

      world.clock.advance(15 * DAY);
      world.app.get(Jobs).wake('campaign-outcomes');
      await world.app.get(Jobs).idle();
      compliance = await hire('compliance');
      // Too late to count, and what is counted for good is not counted anew.
      await read(await world.signIn('reads-on'), 100);
      const late = await get(compliance, campaignId);
      expect(late.results).toMatchObject({ ...results, window: { isOver: true } });
      const kept = 'SELECT figures FROM campaign_outcomes WHERE campaign_id = ?';
      const [{ figures } = {}] = await world.rows(kept, [campaignId]);
      expect(JSON.parse(String(figures)).arms).toEqual([
        {
          segmentKey,
          included: { people: 3, did: { OPENED: 2, READ: 1, CONSULTED: 1, CONVERTED: 1 } },
          heldOut: { people: 1, did: { OPENED: 1, READ: 1, CONSULTED: 1, CONVERTED: 0 } },
        },
      ]);
    });

    const read = ({ token }: Pick<Reader, 'token'>, readPercent: number): Promise<Reply> =>
      world.call('PUT', `/v1/lessons/${contentId}/progress`, { token, body: { readPercent } });
  });
});
