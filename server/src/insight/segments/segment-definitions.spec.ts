import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  RuleCount,
  RulePreview,
  SegmentDefinition,
  SegmentDefinitionRows,
} from '@siyu/shared/contracts/segment-definitions';
import { segmentDefinitionsRoutes as routes } from '@siyu/shared/contracts/segment-definitions.routes';
import { SegmentStays } from '@siyu/shared/contracts/segments';
import { segmentsRoutes } from '@siyu/shared/contracts/segments.routes';
import { isHeldOut } from '@siyu/shared/rules';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { describeOnEngines, TEST_NOW } from '../../testing/index.ts';
import { openStaff } from '../../testing/callers.ts';
import { Scoring } from '../scoring/index.ts';
import { all, drawSegments, HELD, is, type SegmentDrawer } from './testing/defined-segments.ts';
import { openSegmentFirm, type SegmentFirm } from './testing/segment-firm.ts';

const DAY = 86_400_000;
const WAN = 1_000_000;
const TODAY = dayOfInstant(TEST_NOW);
/** Rows of facts without anybody behind them, far above the members of the scenarios. */
const MANY = { from: 100_000, count: 1_200 };

describeOnEngines((engine) => {
  describe('segments by rule', () => {
    let firm: SegmentFirm;
    let desk: SegmentDrawer;
    let names = 0;
    const nextName = () => `客群 ${(names += 1)}`;
    let signedIn = 0;
    /** A session does not last from day to day. */
    const goTo = async (day: number) => {
      signedIn += 1;
      firm.clock.set(TEST_NOW + (day - TODAY) * DAY + signedIn * 1_000);
      desk = drawSegments(firm, await openStaff(firm, 'operator'));
    };
    beforeAll(async () => {
      firm = await openSegmentFirm(engine);
      await goTo(TODAY);
    }, 60_000);
    afterAll(() => firm.close());

    const buyer = async (amountFen: number, daysAgo = 3) => {
      const member = await firm.join();
      await firm.buy(member, amountFen, daysAgo);
      await firm.drain();
      return member;
    };
    const staysIn = async (key: string, query: object = {}) => {
      const input = { params: { segmentKey: key }, query: { limit: 50, ...query } };
      return SegmentStays.parse((await desk.ask(segmentsRoutes.listSegmentMembers, input)).body);
    };
    const idsIn = async (key: string, query: object = {}) =>
      (await staysIn(key, query)).rows.map(({ memberId }) => memberId);
    const refused = async (answer: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await answer;
      return { status, body };
    };

    it('F-02 an operator draws a rule, sees whom it would hold, and from its first version on it holds them', async () => {
      const [large, small] = [await buyer(12 * WAN), await buyer(WAN / 2)];
      const rule = all(is('amountFen', '>=', 10 * WAN));
      const count = RuleCount.parse((await desk.ask(routes.countRule, { body: { rule } })).body);
      expect(count).toMatchObject({
        members: 1,
        total: 2,
        freshness: { asOf: formatDay(addDays(TODAY, 1)), due: 0 },
      });
      const preview = RulePreview.parse((await desk.ask(routes.previewRule, { body: { rule } })).body);
      expect(preview).toMatchObject({ members: 1, total: 2, sample: [{ memberId: large.memberId }] });
      expect(preview.sample[0]?.displayName).not.toBe('');
      expect(preview.overlaps).toEqual(
        expect.arrayContaining([
          { key: 'group.KEY_DEVELOP', name: null, members: 1, both: 1 },
          { key: 'stage.STRANGER', name: null, members: 2, both: 1 },
        ]),
      );
      const live = await desk.open('大额买入', rule);
      expect(live).toMatchObject({
        state: 'LIVE',
        liveVersion: 1,
        isPlacing: true,
        placedPercent: 0,
        draft: null,
      });
      await desk.seek();
      expect(await desk.see(live.segmentId)).toMatchObject({
        members: 1,
        isPlacing: false,
        placedPercent: null,
      });
      expect(await idsIn(live.key)).toEqual([large.memberId]);
      // Another rule is told what it shares with this one.
      const wider = { body: { rule: all(is('amountFen', '>', 0)) } };
      expect(RulePreview.parse((await desk.ask(routes.previewRule, wider)).body).overlaps).toContainEqual({
        key: live.key,
        name: '大额买入',
        members: 1,
        both: 1,
      });
      // Whoever fulfils it later is in it with the score of the fact, and whoever does not any more is out.
      await firm.buy(small, 20 * WAN, 1);
      await firm.drain();
      expect((await idsIn(live.key)).sort()).toEqual([large.memberId, small.memberId].sort());
      const listed = await desk.ask(routes.listDefinitions, { query: { search: '大额' } });
      expect(SegmentDefinitionRows.parse(listed.body)).toMatchObject({
        total: 1,
        rows: [{ key: live.key, members: 2, entered: 2, left: 0 }],
      });
    });

    it('F-02 a rule that is not whole is refused with the place of each fault, and matches nobody', async () => {
      const rule = all(
        is('lessonsCompleted', '>=', '3'),
        is('stage', 'in', []),
        is('segment', 'in', ['rule.999']),
      );
      for (const asked of [
        desk.ask(routes.countRule, { body: { rule } }),
        desk.ask(routes.createDefinition, { body: { name: nextName(), rule } }),
      ])
        expect(await refused(asked)).toMatchObject({
          status: 422,
          body: {
            code: 'segments.rule_refused',
            errors: [
              { path: 'rule.rules[0].value', message: 'value_of_another_type' },
              { path: 'rule.rules[1].value', message: 'empty_list' },
              { path: 'rule.rules[2].value[0]', message: 'unknown_segment' },
            ],
          },
        });
      const empty = { body: { rule: { combinator: 'and', rules: [] } } };
      expect(await refused(desk.ask(routes.countRule, empty))).toMatchObject({ status: 422 });
    });

    it('F-02 a version that was live never changes; of two who save or activate at once one is told', async () => {
      const first = all(is('lessonsCompleted', '>=', 1));
      const live = await desk.open(nextName(), first);
      const { segmentId, name, revision } = live;
      const draft = {
        name,
        purpose: '学得多',
        rule: all(is('lessonsCompleted', '>=', 5)),
        holdoutPercent: 10,
        revision,
      };
      const save = () => desk.ask(routes.saveDraft, { params: { segmentId }, body: draft });
      expect((await Promise.all([save(), save()])).map(({ status }) => status).sort()).toEqual([200, 409]);
      const drafted = await desk.see(segmentId);
      expect(drafted).toMatchObject({ liveVersion: 1, hasDraft: true, holdoutPercent: 0, purpose: '学得多' });
      expect(drafted.versions.map(({ rule }) => rule)).toEqual([first]);
      const activate = () =>
        desk.ask(routes.activateDefinition, { params: { segmentId }, body: { revision: drafted.revision } });
      expect((await Promise.all([activate(), activate()])).map(({ status }) => status).sort()).toEqual([
        200, 409,
      ]);
      const second = await desk.see(segmentId);
      expect(second).toMatchObject({ liveVersion: 2, hasDraft: false, holdoutPercent: 10 });
      expect(second.versions.map(({ version, rule }) => [version, rule])).toEqual([
        [2, draft.rule],
        [1, first],
      ]);
      const renamed = await desk.ask(routes.saveDraft, {
        params: { segmentId },
        body: { ...draft, purpose: '学得很多', revision: second.revision },
      });
      expect(renamed.body).toMatchObject({
        purpose: '学得很多',
        hasDraft: false,
        revision: second.revision + 1,
      });
      const again = desk.ask(routes.activateDefinition, {
        params: { segmentId },
        body: { revision: second.revision + 1 },
      });
      expect(await refused(again)).toMatchObject({ status: 409, body: { code: 'segments.nothing_drafted' } });
      const taken = desk.ask(routes.createDefinition, { body: { name, rule: first } });
      expect(await refused(taken)).toMatchObject({ status: 409, body: { code: 'segments.name_taken' } });
      const audited: { action: string }[] = await firm.database.read.query(
        "SELECT action FROM audit_rows WHERE subject_kind = 'segment' AND subject_id = ? ORDER BY recorded_at, action",
        [segmentId],
      );
      expect(audited.map(({ action }) => action).sort()).toEqual([
        'segments.activate',
        'segments.activate',
        'segments.create',
        'segments.save_draft',
        'segments.save_draft',
      ]);
    });

    it('F-02 nobody who has not agreed to profiling is in a segment, and who withdraws leaves it with its history', async () => {
      const member = await buyer(WAN);
      const unasked = await firm.join(undefined, ['SERVICE']);
      await firm.drain();
      const rule = { combinator: 'or', rules: [is('amountFen', '>', 0), is('amountFen', 'missing')] };
      const live = await desk.open(nextName(), rule);
      await desk.seek();
      expect(await idsIn(live.key)).toContain(member.memberId);
      expect(await idsIn(live.key)).not.toContain(unasked.memberId);
      await goTo(TODAY + 1);
      await firm.decide(member, 'PROFILING', false);
      await firm.drain();
      expect(await idsIn(live.key)).not.toContain(member.memberId);
      expect(await idsIn(live.key, { which: 'left' })).toEqual([member.memberId]);
      expect(await idsIn(live.key, { asOf: formatDay(addDays(TODAY, 1)) })).toContain(member.memberId);
      const counted = RuleCount.parse((await desk.ask(routes.countRule, { body: { rule } })).body);
      expect(counted.members).toBe((await staysIn(live.key)).total);
      await goTo(TODAY);
    });

    it('F-02 who is in by days alone leaves overnight, on the day and not before', async () => {
      const member = await buyer(WAN, 25);
      const live = await desk.open(nextName(), all(is('lastPurchaseOn', 'withinDays', 30)));
      await desk.seek();
      expect(await idsIn(live.key)).toContain(member.memberId);
      // Bought on day T - 25: the last asOf with it inside thirty days is T + 5.
      const nightOf = async (asOf: number) => {
        await goTo(asOf - 1);
        const due = await firm.identity.listDueBy(asOf, 100);
        await firm.app.get(Scoring).scoreMembers(due, 'NIGHTLY');
        return due;
      };
      expect(await nightOf(TODAY + 5)).not.toContain(member.memberNo);
      expect(await idsIn(live.key)).toContain(member.memberId);
      expect(await nightOf(TODAY + 6)).toContain(member.memberNo);
      expect(await idsIn(live.key)).not.toContain(member.memberId);
      const left = await staysIn(live.key, { which: 'left' });
      expect(left.rows).toMatchObject([{ memberId: member.memberId, leftOn: formatDay(addDays(TODAY, 5)) }]);
      await goTo(TODAY);
    });

    it('F-02 a rule draws a part of a named split by lot, the same members now, overnight and in another segment', async () => {
      const people = [await buyer(WAN), await buyer(WAN), await buyer(WAN), await buyer(WAN)];
      const ids = people.map(({ memberId }) => memberId);
      const half = (from: number, to: number) => is('randomBucket', 'drawn', { split: 'A/B 三月', from, to });
      const count = async (rule: Readonly<Record<string, unknown>>): Promise<number> =>
        RuleCount.parse((await desk.ask(routes.countRule, { body: { rule: all(rule) } })).body).members;
      const [everybody, first, second] = [
        await count(half(1, 100)),
        await count(half(1, 50)),
        await count(half(51, 100)),
      ];
      expect(first + second).toBe(everybody);
      const drawn = await desk.open('三月甲组', all(half(1, 50), is('amountFen', '>=', WAN)));
      const others = await desk.open('三月乙组', all(half(51, 100), is('amountFen', '>=', WAN)));
      await desk.seek();
      const inBoth = [await idsIn(drawn.key), await idsIn(others.key)];
      expect(
        inBoth
          .flat()
          .filter((id) => ids.includes(id))
          .sort(),
      ).toEqual([...ids].sort());
      // What happens to a member moves nobody into the other part.
      await goTo(TODAY + 3);
      for (const person of people) await firm.buy(person, WAN, 1);
      await firm.drain();
      expect([await idsIn(drawn.key), await idsIn(others.key)]).toEqual(inBoth);
      await goTo(TODAY);
    });

    it('F-02 a segment of segments follows what it asks for; circles and the end of one in use are refused', async () => {
      const [small, large] = [await buyer(2 * WAN), await buyer(40 * WAN)];
      const base = await desk.open('基础', all(is('amountFen', '>=', 30 * WAN)));
      const outer = await desk.open(
        '外层',
        all(is('segment', 'notIn', [base.key]), is('amountFen', '>', WAN)),
      );
      const outmost = await desk.open('最外层', all(is('segment', 'in', [outer.key])));
      await desk.seek();
      expect(await idsIn(outmost.key)).toContain(small.memberId);
      expect(await idsIn(outmost.key)).not.toContain(large.memberId);
      expect(await desk.see(outer.segmentId)).toMatchObject({
        uses: [{ name: '基础' }],
        usedBy: [{ name: '最外层' }],
      });
      const redrawn = await desk.redraw(base, all(is('amountFen', '>=', WAN)));
      expect(await desk.see(outmost.segmentId)).toMatchObject({ isPlacing: true });
      await desk.seek();
      expect(await idsIn(outmost.key)).not.toContain(small.memberId);
      expect(await idsIn(base.key)).toContain(small.memberId);

      const { segmentId, name, purpose, revision } = redrawn;
      const body = {
        name,
        purpose,
        holdoutPercent: 0,
        revision,
        rule: all(is('segment', 'in', [outmost.key])),
      };
      expect(await refused(desk.ask(routes.saveDraft, { params: { segmentId }, body }))).toMatchObject({
        status: 409,
        body: { code: 'segments.circle', title: expect.stringContaining('最外层') },
      });
      const retire = (id: string) => desk.ask(routes.retireDefinition, { params: { segmentId: id } });
      expect(await refused(retire(outer.segmentId))).toMatchObject({
        status: 409,
        body: { code: 'segments.still_used', title: expect.stringContaining('「最外层」') },
      });
      expect(SegmentDefinition.parse((await retire(outmost.segmentId)).body)).toMatchObject({
        state: 'RETIRED',
      });
      await desk.seek();
      expect(await idsIn(outmost.key)).toEqual([]);
      expect((await retire(outer.segmentId)).status).toBe(200);
    });

    it('F-02 a search cut off in the middle goes on where it was, and ends as one that was not', async () => {
      await desk.seek();
      await keepFacts(firm, MANY);
      const live = await desk.open(nextName(), all(is('lessonsCompleted', 'between', [3, 6])), 20);
      let batches = 0;
      const lost = () => {
        batches += 1;
        return batches < 2 ? Promise.resolve() : Promise.reject(new Error('lost'));
      };
      await expect(desk.seek({ ...HELD, saveProgress: lost })).rejects.toThrow('lost');
      const half = await desk.see(live.segmentId);
      expect(half.isPlacing).toBe(true);
      expect(half.members).toBeGreaterThan(0);
      await desk.seek();
      const rule = live.versions[0]?.rule;
      const count = RuleCount.parse((await desk.ask(routes.countRule, { body: { rule } })).body);
      const whole = await desk.see(live.segmentId);
      expect(whole).toMatchObject({ isPlacing: false, members: count.members });
      expect(whole.members).toBeGreaterThan(half.members);
      // The lot says who is held out, here as there.
      const rows: { memberNo: number }[] = await firm.database.read.query(
        'SELECT member_no AS memberNo FROM segment_memberships WHERE to_as_of IS NULL AND segment_key = ?',
        [live.key],
      );
      const heldOut = rows.filter(({ memberNo }) => isHeldOut(live.segmentId, memberNo, 20)).length;
      expect(whole.holdout).toMatchObject({ heldOut, expected: whole.members * 0.2 });
    });
  });
});

/** Every tenth has completed so many lessons. */
async function keepFacts({ database }: SegmentFirm, { from, count }: typeof MANY): Promise<void> {
  const columns =
    'member_no, seq, as_of, stage, stage_reached_on, is_account_linked, is_profiled, lessons_completed, updated_at';
  await database.runInTransaction(async ({ manager }) => {
    for (let at = 0; at < count; at += 100) {
      const rows = Array.from({ length: 100 }, (_, by) => from + at + by);
      await manager.query(
        `INSERT INTO member_facts (${columns}) VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
        rows.flatMap((no) => [no, 0, TODAY + 1, 'STRANGER', TODAY, 0, 1, no % 10, 0]),
      );
    }
  });
}
