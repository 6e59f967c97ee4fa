import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PURPOSES } from '@siyu/shared/contracts/identity.limits';
import { Workspace } from '../../views/workspace/workspace.service.ts';
import type { Principal } from '../../platform/http/index.ts';
import type { MemberRecord } from '../../records/identity/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { openStaff } from '../../testing/callers.ts';
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
  });
});
