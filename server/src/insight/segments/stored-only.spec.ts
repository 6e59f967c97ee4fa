import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CONCLUSIONS, type Conclusion, PURPOSES } from '@siyu/shared/contracts/identity.limits';
import { MemberPanorama } from '@siyu/shared/contracts/panorama';
import { ConclusionList } from '@siyu/shared/contracts/privacy';
import { RelationPath } from '@siyu/shared/contracts/scoring';
import { MemberRow } from '@siyu/shared/contracts/workspace';
import { Workspace } from '../../views/workspace/workspace.service.ts';
import type { Principal } from '../../platform/http/index.ts';
import { ConclusionDecision } from '../../records/identity/conclusion-decision.entity.ts';
import { Conclusions, type MemberRecord } from '../../records/identity/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { openMember, openStaff } from '../../testing/callers.ts';
import { ScoreReplay } from '../scoring/score-replay.ts';
import { Scoring } from '../scoring/index.ts';
import { MemberFactsRow } from './member-facts.entity.ts';
import { openSegmentFirm, type SegmentFirm } from './testing/segment-firm.ts';

const WAN = 1_000_000;
const HISTORY = [
  'engagement_events',
  'transaction_facts',
  'scores',
  'relation_intervals',
  'segment_memberships',
];

describeOnEngines((engine) => {
  describe('a member of whom nothing may be made', () => {
    let firm: SegmentFirm;
    let compliance = '';
    beforeAll(async () => {
      firm = await openSegmentFirm(engine);
      compliance = await openStaff(firm, 'compliance');
    }, 60_000);
    afterAll(() => firm.close());

    /** What the firm makes of the member now: facts, open scores and stages, segments. */
    const madeOf = async ({ memberNo }: MemberRecord) => {
      const count = async (sql: string) =>
        Number((await firm.database.read.query(`SELECT COUNT(*) AS n FROM ${sql}`, [memberNo]))[0].n);
      return {
        facts: await count('member_facts WHERE member_no = ?'),
        scores: await count('scores WHERE to_seq IS NULL AND member_no = ?'),
        stages: await count('relation_intervals WHERE to_seq IS NULL AND member_no = ?'),
        segments: await count('segment_memberships WHERE to_as_of IS NULL AND member_no = ?'),
      };
    };
    const everything = { facts: 1, scores: 1, stages: 1, segments: 6 };
    const nothing = { facts: 0, scores: 0, stages: 0, segments: 0 };
    const stored = async ({ memberNo }: MemberRecord) => {
      const rows: Record<string, number> = {};
      for (const table of HISTORY)
        rows[table] = Number(
          (
            await firm.database.read.query(`SELECT COUNT(*) AS n FROM ${table} WHERE member_no = ?`, [
              memberNo,
            ])
          )[0].n,
        );
      return rows;
    };
    const restriction = (method: string, { memberId }: MemberRecord, body?: object, cookie = compliance) =>
      fetch(`${firm.url}/v1/console/members/${memberId}/restriction`, {
        method,
        headers: {
          cookie,
          origin: firm.url,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const gate = async ({ memberNo }: MemberRecord) =>
      Object.fromEntries(
        await Promise.all(
          PURPOSES.map(async (purpose) => [purpose, await firm.identity.mayProcess(memberNo, purpose)]),
        ),
      );
    const customer = async () => {
      const member = await firm.join();
      await firm.buy(member, 12 * WAN, 3);
      await firm.drain();
      return member;
    };

    it('C-08 one gate answers for every purpose: SERVICE opens it, each other purpose for itself', async () => {
      const member = await firm.join(undefined, ['SERVICE', 'MARKETING']);
      const only = { SERVICE: true, RECORD: true, PROFILING: false, MARKETING: true, SENSITIVE: false };
      expect(await gate(member)).toEqual(only);
      await firm.decide(member, 'PROFILING', true);
      expect(await gate(member)).toEqual({ ...only, PROFILING: true });
      await firm.decide(member, 'SERVICE', false);
      expect(await gate(member)).toEqual({
        SERVICE: false,
        RECORD: true,
        PROFILING: false,
        MARKETING: false,
        SENSITIVE: false,
      });
    });

    it('C-08 without profiling there is no score and no segment, but the stage of the relation', async () => {
      const member = await customer();
      expect(await madeOf(member)).toEqual(everything);
      await firm.decide(member, 'PROFILING', false);
      await firm.drain();
      expect(await madeOf(member)).toEqual({ ...everything, scores: 0, segments: 0 });
    });

    it('C-08 who withdraws from the service is stored only, and comes back with the history kept', async () => {
      const member = await customer();
      const before = await stored(member);
      await firm.decide(member, 'SERVICE', false);
      await firm.drain();
      expect(await madeOf(member)).toEqual(nothing);
      expect((await stored(member))['transaction_facts']).toBe(before['transaction_facts']);
      // Facts that the law or the core system brings are kept all the same, and nothing is made of them.
      await firm.buy(member, 90 * WAN, 1);
      await firm.drain();
      expect(await madeOf(member)).toEqual(nothing);
      await firm.decide(member, 'SERVICE', true);
      await firm.drain();
      expect(await madeOf(member)).toEqual(everything);
    });

    it('C-08 compliance restricts a member: stored only whatever was agreed to, until it is lifted', async () => {
      const member = await customer();
      const before = await stored(member);
      const operator = await openStaff(firm, 'operator');
      expect((await restriction('PUT', member, { reason: 'member_asked' }, operator)).status).toBe(403);
      expect((await restriction('PUT', member, { reason: 'member_asked' })).status).toBe(204);
      expect((await restriction('PUT', member, { reason: 'unlawful' })).status).toBe(204);
      expect(await gate(member)).toEqual({
        SERVICE: false,
        RECORD: true,
        PROFILING: false,
        MARKETING: false,
        SENSITIVE: false,
      });
      await firm.drain();
      expect(await madeOf(member)).toEqual(nothing);
      expect(await stored(member)).toEqual(before);
      await firm.decide(member, 'MARKETING', false);
      await expect(firm.decide(member, 'MARKETING', true)).rejects.toThrow('identity.processing_restricted');
      const rows: { reason: string }[] = await firm.database.read.query(
        'SELECT reason FROM member_restrictions WHERE member_no = ?',
        [member.memberNo],
      );
      expect(rows.map(({ reason }) => reason)).toEqual(['member_asked']);
      expect((await restriction('DELETE', member)).status).toBe(204);
      await firm.drain();
      expect(await madeOf(member)).toEqual(everything);
      const audited: { action: string }[] = await firm.database.read.query(
        "SELECT action FROM audit_rows WHERE subject_no = ? AND action LIKE 'identity.%restrict%' ORDER BY recorded_at, action",
        [member.memberNo],
      );
      expect(audited.map(({ action }) => action).sort()).toEqual([
        'identity.member_restricted',
        'identity.restriction_lifted',
      ]);
    });

    it('C-08 the last word of a person counts under every registration that is theirs', async () => {
      const [kept, other] = [await customer(), await firm.join(undefined, ['SERVICE', 'PROFILING'])];
      firm.clock.advance(1000);
      await firm.decide(other, 'PROFILING', false);
      expect(await firm.identity.mayProcess(kept.memberNo, 'PROFILING')).toBe(true);
      await firm.database.runInTransaction((tx) =>
        firm.identity.mergeMembers(tx, other.memberNo, kept.memberNo),
      );
      expect(await firm.identity.mayProcess(kept.memberNo, 'PROFILING')).toBe(false);
      await firm.drain();
      expect(await madeOf(kept)).toMatchObject({ scores: 0, segments: 0 });
      firm.clock.advance(1000);
      await firm.decide(kept, 'PROFILING', true);
      expect(await firm.identity.mayProcess(other.memberNo, 'PROFILING')).toBe(true);
      await firm.database.runInTransaction((tx) => firm.identity.unmergeMembers(tx, other.memberNo));
      expect(await firm.identity.mayProcess(other.memberNo, 'PROFILING')).toBe(false);
      expect(await firm.identity.mayProcess(kept.memberNo, 'PROFILING')).toBe(true);
    });

    it('C-08 staff still finds a stored-only member, with nothing made of them', async () => {
      const member = await customer();
      const caller: Principal = {
        audience: 'staff',
        id: '01900000-0000-7000-8000-00000000000a',
        memberNo: null,
        roles: ['operator'],
        scope: { kind: 'firm' },
        sessionId: null,
      };
      const row = () => firm.app.get(Workspace).getMember(caller, member.memberId);
      expect((await row()).score?.group).toBe('KEY_DEVELOP');
      await restriction('PUT', member, { reason: 'account_closed' });
      await firm.drain();
      expect(await row()).toMatchObject({ score: null, lastActiveAt: null, lessonsCompleted: 0 });
    });

    it('F-09 REQ-PI-3 each conclusion is refused by itself and not used from then on, the others stay, and it is allowed again', async () => {
      const { token, member: session } = await openMember(firm, 'concludes');
      const member = await firm.identity.findByPublicId(session.memberId);
      if (member === null) throw new Error('nobody joined');
      const { memberNo } = member;
      await firm.database.runInTransaction(async (tx) => {
        await firm.identity.grantConsents(tx, memberNo, ['SERVICE', 'PROFILING', 'SENSITIVE'], 'console');
        await firm.identity.linkCoreCustomer(tx, 'system', member, `core-${memberNo}`, 'counter');
      });
      await firm.buy(member, 12 * WAN, 3);
      await firm.hold(member, 80 * WAN);
      await firm.drain();
      const asMember = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const refuse = async (conclusion: Conclusion, isRefused: boolean) => {
        firm.clock.advance(1000);
        const answer = await fetch(`${firm.url}/v1/members/me/conclusions/${conclusion}`, {
          method: 'PUT',
          headers: asMember,
          body: JSON.stringify({ isRefused }),
        });
        const { conclusions } = ConclusionList.parse(await answer.json());
        await firm.drain();
        return conclusions.filter((each) => each.isRefused).map((each) => each.conclusion);
      };
      const used = async () => {
        const stays = await firm.database.read.query(
          'SELECT segment_key AS segmentKey FROM segment_memberships WHERE to_as_of IS NULL AND member_no = ?',
          [memberNo],
        );
        const [facts] = await firm.database.read.findBy(MemberFactsRow, { memberNo });
        return {
          kinds: stays.map(({ segmentKey }: { segmentKey: string }) => segmentKey.split('.')[0]).sort(),
          facts: [facts?.stage, facts?.groupCode, facts?.tier, facts?.rfeRecencyBand, facts?.tieBand].map(
            (value) => (value === null ? 0 : 1),
          ),
        };
      };
      const money = ['amount', 'benefit', 'frequency', 'group'];
      const whole = { kinds: [...money, 'stage', 'tier'], facts: [1, 1, 1, 1, 1] };
      expect(await used()).toEqual(whole);
      const panorama = async (cookie: string) => {
        const answer = await fetch(`${firm.url}/v1/console/members/${member.memberId}/panorama`, {
          headers: { cookie },
        });
        return MemberPanorama.parse(await answer.json()).withheld;
      };
      const operator = await openStaff(firm, 'operator');
      const row = async () => {
        const answer = await fetch(`${firm.url}/v1/console/members/${member.memberId}`, {
          headers: { cookie: operator },
        });
        return MemberRow.parse(await answer.json());
      };

      expect(await refuse('STAGE', true)).toEqual(['STAGE']);
      expect(await used()).toEqual({ kinds: [...money, 'tier'], facts: [0, 1, 1, 1, 1] });
      expect(await row()).toMatchObject({ stage: null, refused: ['STAGE'], score: {} });
      const path = await fetch(`${firm.url}/v1/relation-path`, { headers: asMember });
      expect(RelationPath.parse(await path.json())).toMatchObject({ isRefused: true, next: null });
      // What is held is concluded from by itself, though no score is there any more.
      expect(await refuse('SERVICE_CLASS', true)).toEqual(['STAGE', 'SERVICE_CLASS']);
      expect(await used()).toEqual({ kinds: ['tier'], facts: [0, 0, 1, 1, 1] });
      expect(await row()).toMatchObject({ score: null, refused: ['STAGE', 'SERVICE_CLASS'] });
      expect(await panorama(operator)).toMatchObject({ scores: 'REFUSED', stages: 'REFUSED' });
      expect(await panorama(compliance)).toMatchObject({ scores: null, stages: null });
      await refuse('ASSET_CLASS', true);
      await refuse('ACTIVITY', true);
      expect(await refuse('CONTACT', true)).toHaveLength(5);
      expect(await used()).toEqual({ kinds: [], facts: [0, 0, 0, 0, 0] });
      const replay = await firm.app
        .get(ScoreReplay, { strict: false })
        .replay(memberNo, firm.app.get(Scoring).liveAsOf(), 'then');
      expect(replay).toMatchObject({ label: 'AS_STORED', differing: [], stored: { score: null, tie: null } });

      // Saying it again is no second decision.
      const decisions = () => firm.database.read.countBy(ConclusionDecision, { memberNo });
      await refuse('CONTACT', true);
      expect(await decisions()).toBe(5);
      for (const conclusion of CONCLUSIONS) await refuse(conclusion, false);
      expect(await used()).toEqual(whole);
      expect(await decisions()).toBe(10);
    });

    it('F-09 REQ-PI-3 what a person refused under one registration holds for the one it is read as', async () => {
      const [kept, other] = [await customer(), await firm.join(undefined, ['SERVICE', 'PROFILING'])];
      const conclusions = firm.app.get(Conclusions, { strict: false });
      await firm.database.runInTransaction((tx) =>
        conclusions.decide(tx, other.memberNo, 'SERVICE_CLASS', true),
      );
      const refusedOf = async () => (await conclusions.refusedOf([kept.memberNo])).get(kept.memberNo);
      expect(await refusedOf()).toBeUndefined();
      await firm.database.runInTransaction((tx) =>
        firm.identity.mergeMembers(tx, other.memberNo, kept.memberNo),
      );
      await firm.drain();
      expect(await refusedOf()).toEqual(new Set(['SERVICE_CLASS']));
      expect(await madeOf(kept)).toMatchObject({ scores: 0 });
    });
  });
});
