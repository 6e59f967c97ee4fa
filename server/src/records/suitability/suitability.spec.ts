import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountClosingRoutes } from '@siyu/shared/contracts/account-closing.routes';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { routeUrl } from '@siyu/shared/contracts/route';
import { AskedQuestionnaire, HeldAssessment, OwnSuitability } from '@siyu/shared/contracts/suitability';
import { SUITABILITY_WORDS } from '@siyu/shared/contracts/suitability.limits';
import { decideMatch, type Match, NOTHING_ASKED, type RiskLevel } from '@siyu/shared/suitability';
import { addDays, dayOfInstant, epochDay, formatDay } from '@siyu/shared/time';
import { demoMiniProgram } from '../../../../sandbox/src/mini-programs.ts';
import { ConfigurationModule } from '../../foundation/configuration/index.ts';
import { ReviewsModule } from '../../foundation/reviews/index.ts';
import { Jobs } from '../../platform/jobs/index.ts';
import { ExternalIds } from '../identity/index.ts';
import { NotificationsModule } from '../notifications/index.ts';
import { openRecords, type RecordsWorld, type Reply } from '../testing/index.ts';
import { hirePerson, type Person } from '../testing/staff-people.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { InvestorStanding, SuitabilityModule } from './index.ts';
import { PLACEHOLDER_QUESTIONNAIRE } from './questionnaire/placeholder-questionnaire.ts';
import { SealedOrigins } from './sealed-origins.ts';

const DAY = 86_400_000;
const OWN = '/v1/suitability';
const DESK = '/v1/console/suitability/assessments';
const CONFIG = '/v1/console/configuration';
/** For each level the options to choose, by their place; what is not named takes the place of the first number. */
const MIDDLE = {
  income: 2,
  share: 2,
  debt: 1,
  experience: 2,
  horizon: 2,
  aim: 2,
  choice: 2,
  fall: 2,
  loss: 2,
};

interface Somebody {
  readonly account: string;
  token: string;
  readonly memberNo: number;
  readonly memberId: string;
}

describe('risk assessments', () => {
  describeOnEngines((engine) => {
    let world: RecordsWorld;
    let compliance: Person;
    let operator: Person;
    let hired = 0;
    beforeAll(async () => {
      const also = [ConfigurationModule, ReviewsModule, NotificationsModule, SuitabilityModule];
      world = await openRecords(engine, { also });
      await hire();
    }, 60_000);
    afterAll(() => world.close());

    /** Sessions of the desk end after half a day. */
    const hire = async (): Promise<void> => {
      hired += 1;
      compliance = await hirePerson(world, `compliance-${hired}`, ['compliance']);
      operator = await hirePerson(world, `operator-${hired}`, ['operator']);
    };
    const meet = async (account: string): Promise<Somebody> => {
      const { token, member } = await world.signIn(account);
      return { account, token, memberId: member.memberId, memberNo: await world.memberNoOf(member.memberId) };
    };
    const later = async (days: number, ...people: Somebody[]): Promise<void> => {
      world.clock.advance(days * DAY);
      for (const one of people) one.token = (await world.signIn(one.account)).token;
    };
    const call = (who: Somebody, method: string, path: string, body?: object): Promise<Reply> =>
      world.call(method, OWN + path, { token: who.token, ...(body !== undefined && { body }) });
    const standing = async (who: Somebody): Promise<OwnSuitability> =>
      OwnSuitability.parse((await call(who, 'GET', '')).body);
    /** Answers by the place of the option; a place beyond the last is the last. */
    const answers = (places: Readonly<Record<string, number>>, other = 0) =>
      PLACEHOLDER_QUESTIONNAIRE.questions.map(({ key, options }) => ({
        question: key,
        options: [options[Math.min(places[key] ?? other, options.length - 1)]?.key ?? ''],
      }));
    const handIn = (
      who: Somebody,
      given: object,
      { id = randomUUID(), version = 1 }: { id?: string; version?: number } = {},
    ): Promise<Reply> =>
      call(who, 'POST', '/assessments', { assessmentId: id, questionnaireVersion: version, answers: given });
    const textVersion = SUITABILITY_WORDS.CONFIRMED.version;
    const confirm = (who: Somebody, id: string): Promise<Reply> =>
      call(who, 'PUT', `/assessments/${id}/confirmation`, { textVersion });
    const assess = async (who: Somebody, given: object): Promise<string> => {
      const { latest } = OwnSuitability.parse((await handIn(who, given)).body);
      const id = latest?.assessmentId ?? '';
      expect((await confirm(who, id)).status).toBe(200);
      return id;
    };
    const say = (who: Somebody, kind: 'INFORMATION_REFUSED' | 'FACTS_CHANGED'): Promise<Reply> =>
      call(who, 'POST', '/statements', { kind, textVersion: SUITABILITY_WORDS[kind].version });
    const known = (who: Somebody) => world.app.get(InvestorStanding).of(who.memberNo);
    /** What matching makes of the member: may a product of this risk be shown? */
    const shown = async (who: Somebody, level: RiskLevel): Promise<Match> => {
      const { investor } = await known(who);
      const at = world.clock.now();
      const terms = { type: 'FUND_BOND', state: 'ON_SALE', horizonMonths: 6, isPrivate: false } as const;
      const product = { ...terms, level, levelValidUntil: addDays(dayOfInstant(at), 90) };
      // Of the call-back for the elder others tell.
      const asked = { ...investor, isCallBackDue: false };
      return decideMatch({ door: 'DISPLAY', at, investor: asked, product, asking: NOTHING_ASKED });
    };
    const open = { verdict: 'SUITABLE' };
    const closed = (...reasons: string[]) => ({ verdict: 'UNSUITABLE', reasons });
    const inDays = (days: number): string => formatDay(addDays(dayOfInstant(world.clock.now()), days));
    const reviewOf = async (id: string) => {
      const { rows } = (await compliance.call('GET', '/v1/console/reviews')).body;
      return rows.find(({ subjectId }: { subjectId: string }) => subjectId === id);
    };
    const decide = async (who: Person, id: string, isApproved: boolean): Promise<Reply> => {
      const { reviewId, subjectSha256 } = await reviewOf(id);
      const decision = { isApproved, comment: '已电话核实', subjectSha256 };
      return who.call('POST', `/v1/console/reviews/${reviewId}/decision`, decision);
    };
    const told = async (who: Somebody): Promise<readonly string[]> => {
      const jobs = world.app.get(Jobs, { strict: false });
      for (let turn = 0; turn < 4; turn += 1) {
        jobs.wake('outbox:assessment-notices');
        await pause(25);
        await jobs.idle();
      }
      const rows = await world.rows(
        "SELECT said FROM notices WHERE member_no = ? AND kind = 'ASSESSMENT' ORDER BY planned_at, notice_id",
        [who.memberNo],
      );
      return rows.map(({ said }) => JSON.parse(said)[0]);
    };

    it('I-01 REQ-SUIT-8 a result counts once the member has confirmed it; answers, version, openid and address are kept', async () => {
      const one = await meet('suit-1');
      const { questions, version } = AskedQuestionnaire.parse(
        (await call(one, 'GET', '/questionnaire')).body,
      );
      expect([version, questions.length]).toEqual([1, PLACEHOLDER_QUESTIONNAIRE.questions.length]);
      expect(JSON.stringify(questions)).not.toContain('points');
      expect(await standing(one)).toMatchObject({
        standing: 'NOT_ASSESSED',
        level: null,
        latest: null,
        wait: null,
      });
      expect(await shown(one, 'R1')).toEqual(closed('NOT_ASSESSED'));

      const id = randomUUID();
      const given = answers(MIDDLE);
      const [, ...missing] = given;
      const faulty = await handIn(one, missing, { id });
      expect([faulty.status, faulty.body.code, faulty.body.errors]).toEqual([
        422,
        'suitability.answers_faulty',
        [{ path: 'income', message: '这一题还没有回答。' }],
      ]);
      expect((await handIn(one, given, { id, version: 2 })).body.code).toBe(
        'suitability.questionnaire_outdated',
      );
      const first = OwnSuitability.parse((await handIn(one, given, { id })).body);
      expect(first.latest).toMatchObject({
        assessmentId: id,
        state: 'TO_CONFIRM',
        level: 'C3',
        confirmedAt: null,
      });
      // Told again it is the same, whatever it says then.
      expect((await handIn(one, answers({}, 9), { id })).body.latest).toEqual(first.latest);
      expect(await shown(one, 'R1')).toEqual(closed('NOT_ASSESSED'));

      const other = await meet('suit-2');
      expect((await handIn(other, given, { id })).body.code).toBe('suitability.assessment_taken');
      expect((await confirm(other, id)).body.code).toBe('suitability.assessment_not_found');
      const worded = { textVersion: 'of-yesterday' };
      expect((await call(one, 'PUT', `/assessments/${id}/confirmation`, worded)).status).toBe(400);
      expect((await confirm(one, id)).status).toBe(200);
      const after = OwnSuitability.parse((await confirm(one, id)).body);
      expect(after).toMatchObject({ standing: 'VALID', level: 'C3', validUntil: '2027-11-24' });
      expect(after.latest?.state).toBe('COUNTS');
      expect([await shown(one, 'R3'), await shown(one, 'R4')]).toEqual([open, closed('LEVEL_TOO_HIGH')]);
      expect(await known(one)).toMatchObject({
        assessmentId: id,
        investor: { kind: 'ORDINARY', goals: { horizonMonths: 36, types: ['FUND_MONEY', 'FUND_BOND'] } },
      });

      const [row] = await world.rows('SELECT * FROM suitability_assessments WHERE assessment_id = ?', [id]);
      expect(JSON.parse(row.answers)).toEqual(given);
      expect([row.questionnaire_version, row.level, row.score]).toEqual([
        1,
        'C3',
        first.latest?.pointsReached,
      ]);
      expect(row.sealed_origin).not.toContain('127.0.0.1');
      const openids = await world.app
        .get(ExternalIds, { strict: false })
        .of([one.memberNo], { kind: 'wechat_openid', issuer: demoMiniProgram.appId });
      expect(world.app.get(SealedOrigins, { strict: false }).open(id, row.sealed_origin)).toMatchObject({
        ip: '127.0.0.1',
        openid: openids.get(one.memberNo),
      });
      const [log] = await world.rows(
        "SELECT value FROM engagement_events WHERE member_no = ? AND type = 'risk_assessed'",
        [one.memberNo],
      );
      expect(formatDay(epochDay(Number(log.value)))).toBe('2027-11-24');
      expect(await told(one)).toEqual([]);
    });

    it('I-01 REQ-SUIT-7 is done once a day and five times in twelve months, and the member is told from when on', async () => {
      const one = await meet('suit-3');
      await assess(one, answers(MIDDLE));
      const again = await handIn(one, answers(MIDDLE));
      expect([again.status, again.body.code]).toEqual([409, 'suitability.assessed_today']);
      expect(again.body.title).toContain(inDays(1));
      expect((await standing(one)).wait).toEqual({ reason: 'PER_DAY', from: inDays(1) });
      const firstDay = dayOfInstant(world.clock.now());
      for (let time = 1; time < 5; time += 1) {
        await later(1, one);
        await assess(one, answers(MIDDLE));
      }
      await later(1, one);
      expect((await handIn(one, answers(MIDDLE))).body.code).toBe('suitability.assessed_too_often');
      expect((await standing(one)).wait).toEqual({
        reason: 'PER_YEAR',
        from: formatDay(addDays(firstDay, 365)),
      });
      const page = await call(one, 'GET', '/assessments?limit=3');
      const rest = await call(one, 'GET', `/assessments?limit=3&cursor=${page.body.nextCursor}`);
      const states = [...page.body.assessments, ...rest.body.assessments].map(
        ({ state }: { state: string }) => state,
      );
      expect([states, rest.body.nextCursor]).toEqual([
        ['COUNTS', 'REPLACED', 'REPLACED', 'REPLACED', 'REPLACED'],
        null,
      ]);
    });

    it('I-01 REQ-SUIT-2 REQ-SUIT-8 a worse result counts at once, confirmed or not, and the member is told', async () => {
      const one = await meet('suit-4');
      const before = await assess(one, answers(MIDDLE));
      await later(1, one);
      const handed = await handIn(one, answers({ ...MIDDLE, loss: 0 }));
      expect(handed.body.latest).toMatchObject({
        level: 'C1_LOWEST',
        isLowestByAnswer: true,
        state: 'TO_CONFIRM',
      });
      expect(handed.body).toMatchObject({ standing: 'VALID', level: 'C1_LOWEST' });
      expect([await shown(one, 'R1'), await shown(one, 'R2')]).toEqual([open, closed('LOWEST_HARD_STOP')]);
      expect((await known(one)).assessmentId).toBe(before);
      expect(await told(one)).toEqual(['事项：风险测评等级有变化']);
      await confirm(one, handed.body.latest.assessmentId);
      expect((await known(one)).assessmentId).toBe(handed.body.latest.assessmentId);
      expect(await told(one)).toHaveLength(1);
    });

    it('I-01 REQ-SUIT-7 a rise of two levels within thirty days counts only once compliance has agreed, on record', async () => {
      await hire();
      const one = await meet('suit-5');
      await assess(one, answers({ loss: 1 }));
      expect((await standing(one)).level).toBe('C1');
      await later(1, one);
      const id = await assess(one, answers(MIDDLE));
      const held = await standing(one);
      expect([held.level, held.latest?.state, held.latest?.level]).toEqual(['C1', 'HELD', 'C3']);
      expect(await shown(one, 'R2')).toEqual(closed('LEVEL_TOO_HIGH'));

      await hire();
      expect((await operator.call('GET', `${DESK}/${id}`)).status).toBe(403);
      const seen = HeldAssessment.parse((await compliance.call('GET', `${DESK}/${id}`)).body);
      expect(seen.earlier.map(({ level }) => level)).toEqual(['C1']);
      expect(seen.answers.find(({ question }) => question.includes('亏损'))).toMatchObject({
        chosen: ['10%至30%'],
        before: ['10%以内'],
      });
      const review = await reviewOf(id);
      expect([review.subjectTitle, review.subjectSha256]).toEqual([
        `${seen.memberName}的风险测评`,
        seen.sha256,
      ]);
      expect((await decide(operator, id, true)).status).toBe(403);
      expect((await decide(compliance, id, true)).status).toBe(200);
      expect(await standing(one)).toMatchObject({ level: 'C3', latest: { state: 'COUNTS' } });
      expect(await shown(one, 'R3')).toEqual(open);
      expect(await told(one)).toEqual(['事项：风险测评已核实']);
      const acts = await world.rows(
        "SELECT action, actor_id FROM audit_rows WHERE subject_no = ? AND action LIKE 'suitability.%' ORDER BY row_id",
        [one.memberNo],
      );
      expect(acts.map(({ action, actor_id }) => [action, actor_id])).toEqual([
        ['suitability.read_assessment', compliance.staffId],
        ['suitability.release_assessment', compliance.staffId],
      ]);
    });

    it('I-01 REQ-SUIT-7 what compliance did not agree to never counts, and a closed account leaves nothing to decide', async () => {
      const [one, two] = [await meet('suit-6'), await meet('suit-7')];
      await assess(one, answers({ loss: 1 }));
      await assess(two, answers({ loss: 1 }));
      await later(1, one, two);
      const refused = (await handIn(one, answers(MIDDLE, 9))).body.latest.assessmentId;
      const left = await assess(two, answers(MIDDLE, 9));
      await hire();
      expect((await decide(compliance, refused, false)).status).toBe(200);
      expect((await confirm(one, refused)).body.code).toBe('suitability.assessment_refused');
      expect(await standing(one)).toMatchObject({ level: 'C1', latest: { state: 'REFUSED' } });
      expect(await told(one)).toEqual(['事项：风险测评没有通过核实']);

      const closing = await world.call(
        'PUT',
        routeUrl(accountClosingRoutes.closeAccount, { params: { closingId: randomUUID() } }),
        { token: two.token, body: { textVersion: CLOSING_TEXT_VERSION, isUnderstood: true } },
      );
      expect(closing.status).toBeLessThan(300);
      expect((await reviewOf(left)).state).toBe('SUPERSEDED');
      // Kept for twenty years under a number without a name (REQ-SUIT-14).
      const kept = 'SELECT assessment_id FROM suitability_assessments WHERE member_no = ?';
      expect(await world.rows(kept, [two.memberNo])).toHaveLength(2);
    });

    it('I-01 REQ-SUIT-10 REQ-SUIT-6 whoever gives no information, or whose facts have changed, is shown no product until assessed anew', async () => {
      const one = await meet('suit-8');
      expect((await say(one, 'INFORMATION_REFUSED')).body).toMatchObject({ hasRefusedInformation: true });
      await say(one, 'INFORMATION_REFUSED');
      const count = 'SELECT kind, text_version FROM suitability_statements WHERE member_no = ?';
      expect(await world.rows(count, [one.memberNo])).toEqual([
        { kind: 'INFORMATION_REFUSED', text_version: SUITABILITY_WORDS.INFORMATION_REFUSED.version },
      ]);
      expect(await shown(one, 'R1')).toEqual(closed('INFORMATION_REFUSED', 'NOT_ASSESSED'));
      world.clock.advance(1_000);
      await assess(one, answers(MIDDLE));
      expect(await standing(one)).toMatchObject({ hasRefusedInformation: false, standing: 'VALID' });
      const old = { kind: 'FACTS_CHANGED', textVersion: 'of-yesterday' };
      expect((await call(one, 'POST', '/statements', old)).body.code).toBe('suitability.words_outdated');
      world.clock.advance(1_000);
      expect((await say(one, 'FACTS_CHANGED')).body.standing).toBe('FACTS_CHANGED');
      expect(await shown(one, 'R1')).toEqual(closed('FACTS_CHANGED'));
      await later(1, one);
      await assess(one, answers(MIDDLE));
      expect(await shown(one, 'R1')).toEqual(open);
    });

    it('I-01 REQ-SUIT-6 REQ-SUIT-8 an assessment runs out after twelve months; the member is reminded before and told after, once each', async () => {
      const one = await meet('suit-9');
      await assess(one, answers(MIDDLE));
      const remind = async (): Promise<readonly string[]> => {
        const jobs = world.app.get(Jobs, { strict: false });
        jobs.wake('suitability-reminders');
        await pause(50);
        await jobs.idle();
        return told(one);
      };
      await later(334, one);
      expect(await remind()).toEqual([]);
      await later(1, one);
      expect(await remind()).toEqual(['事项：风险测评快到期了']);
      await remind();
      await later(30, one);
      expect(await standing(one)).toMatchObject({
        standing: 'ASSESSMENT_EXPIRED',
        latest: { state: 'EXPIRED' },
      });
      expect(await shown(one, 'R1')).toEqual(closed('ASSESSMENT_EXPIRED'));
      await remind();
      expect(await remind()).toEqual(['事项：风险测评快到期了', '事项：风险测评已过期']);
    });

    it('I-01 the questionnaire is configuration: a fault is refused at its place, a new version is agreed to by a second person', async () => {
      await hire();
      const one = await meet('suit-10');
      const key = 'suitability.questionnaire';
      const faulty = { ...PLACEHOLDER_QUESTIONNAIRE, cuts: { C1: 1, C2: 20, C3: 20, C4: 54, C5: 83 } };
      const propose = (value: object): Promise<Reply> =>
        operator.call('POST', `${CONFIG}/${key}/versions`, { value, baseVersion: 1, validFrom: null });
      const refused = await propose(faulty);
      expect([refused.status, refused.body.errors]).toEqual([
        400,
        [{ path: 'cuts.C3', message: '各等级的起点分数要从低到高。' }],
      ]);
      const cuts = { C1: 0, C2: 10, C3: 20, C4: 30, C5: 40 };
      const proposed = await propose({ ...PLACEHOLDER_QUESTIONNAIRE, cuts });
      expect(proposed.status).toBeLessThan(300);
      expect((await handIn(one, answers(MIDDLE), { version: 2 })).status).toBe(409);
      expect((await decide(compliance, proposed.body.configVersionId, true)).status).toBe(200);
      expect((await call(one, 'GET', '/questionnaire')).body.version).toBe(2);
      const { latest } = OwnSuitability.parse((await handIn(one, answers(MIDDLE), { version: 2 })).body);
      expect([latest?.level, latest?.questionnaireVersion]).toEqual(['C5', 2]);
    });
  });
});
