import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountClosingRoutes } from '@siyu/shared/contracts/account-closing.routes';
import type { OwnProtection } from '@siyu/shared/contracts/elder';
import { CLOSING_TEXT_VERSION } from '@siyu/shared/contracts/privacy.limits';
import { type OwnProfessional } from '@siyu/shared/contracts/professional';
import { routeUrl } from '@siyu/shared/contracts/route';
import { PROFESSIONAL_TEXT_VERSION } from '@siyu/shared/messages';
import type { Investor, InvestorLevel } from '@siyu/shared/suitability';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { ReviewsModule } from '../foundation/reviews/index.ts';
import { insertRows } from '../platform/database/index.ts';
import { PNG } from '../platform/files/testing/pictures.ts';
import { Jobs } from '../platform/jobs/index.ts';
import { Assessment, AssessmentStep } from '../records/suitability/assessment.entity.ts';
import { NotificationsModule } from '../records/notifications/index.ts';
import { InvestorStanding, SuitabilityModule } from '../records/suitability/index.ts';
import { openRecords, type RecordsWorld, type Reply } from '../records/testing/index.ts';
import { hirePerson, type Person } from '../records/testing/staff-people.ts';
import { CareModule } from '../services/care/index.ts';
import { describeOnEngines } from './engines.ts';

const OWN = '/v1/professional-investor';
const DESK = '/v1/console/professional-applications';
const CALLS = '/v1/console/follow-up-calls';
const ELDERS = '/v1/console/elder-members';
const DAY_MS = 86_400_000;

interface Member {
  readonly token: string;
  readonly memberId: string;
  readonly memberNo: number;
}

describeOnEngines((engine) => {
  describe('professional investors and members of a certain age', () => {
    let world: RecordsWorld;
    let operator: Person;
    let compliance: Person;
    let both: Person;
    let hui: Person;
    beforeAll(async () => {
      world = await openRecords(engine, {
        also: [ReviewsModule, NotificationsModule, SuitabilityModule, CareModule],
      });
      operator = await hirePerson(world, 'operator', ['operator']);
      compliance = await hirePerson(world, 'compliance', ['compliance']);
      both = await hirePerson(world, 'both', ['operator', 'compliance']);
      hui = await hirePerson(world, 'hui', ['service']);
    }, 60_000);
    afterAll(() => world.close());

    const join = async (account: string): Promise<Member> => {
      const { token, member } = await world.signIn(account);
      return { token, memberId: member.memberId, memberNo: await world.memberNoOf(member.memberId) };
    };
    const as = (member: Member, method: string, path: string, body?: unknown): Promise<Reply> =>
      world.call(method, path, { token: member.token, ...(body === undefined ? {} : { body }) });
    /** As if the member had answered the questionnaire and confirmed its result. */
    const assess = ({ memberNo }: Member, level: InvestorLevel): Promise<void> =>
      world.database.runInTransaction(async (tx) => {
        const assessmentId = randomUUID();
        const at = world.clock.now();
        const result = { answers: [], score: 40, level, isLowestByAnswer: level === 'C1_LOWEST' };
        const versions = { questionnaireVersion: 1, limitsVersion: 1, sha256: 'a'.repeat(64) };
        const goals = { horizonMonths: 12, types: [] };
        const validUntil = addDays(dayOfInstant(at), 500);
        const kept = { takenAt: at, validUntil, isHeld: false, sealedOrigin: 'sealed' };
        await insertRows(tx, Assessment, [
          { assessmentId, memberNo, ...result, ...versions, ...goals, ...kept },
        ]);
        const step = { kind: 'CONFIRMED', at, staffId: null, sealedOrigin: null } as const;
        await insertRows(tx, AssessmentStep, [{ assessmentId, memberNo, ...step }]);
      });
    const investorOf = async ({ memberNo }: Member): Promise<Investor> =>
      (await world.app.get(InvestorStanding, { strict: false }).of(memberNo)).investor;
    const send = async (member: Member, picture: Uint8Array<ArrayBuffer> = new Uint8Array(PNG('GPS'))) => {
      const body = new FormData();
      body.append('file', new Blob([picture]), 'shot.png');
      const headers = { authorization: `Bearer ${member.token}` };
      return fetch(`${world.url}${OWN}/pictures`, { method: 'POST', headers, body });
    };
    const sent = async (member: Member): Promise<string> => {
      const answered: { pictureId: string } = await (await send(member)).json();
      return answered.pictureId;
    };
    const apply = async (member: Member, told: object = {}): Promise<Reply> => {
      // The last one is told by its time.
      world.clock.advance(1_000);
      return as(member, 'POST', `${OWN}/applications`, {
        applicationId: randomUUID(),
        ground: 'CONVERSION_ASSETS',
        experience: '2019 年起投资股票基金',
        pictureIds: [await sent(member)],
        textVersion: PROFESSIONAL_TEXT_VERSION,
        ...told,
      });
    };
    const own = async (member: Member): Promise<OwnProfessional> => (await as(member, 'GET', OWN)).body;
    const open = async (person: Person, id: string) => (await person.call('GET', `${DESK}/${id}`)).body;
    const check = async (person: Person, id: string, refusal: string | null = null): Promise<Reply> => {
      const { sha256 } = await open(compliance, id);
      return person.call('POST', `${DESK}/${id}/check`, { sha256, refusal });
    };
    const decide = async (person: Person, id: string, isApproved = true): Promise<Reply> => {
      const { rows } = (await compliance.call('GET', '/v1/console/reviews?state=OPEN')).body;
      const review = rows.find(({ subjectId }: { subjectId: string }) => subjectId === id);
      const body = { isApproved, comment: '材料不够新', subjectSha256: review.subjectSha256 };
      return person.call('POST', `/v1/console/reviews/${review.reviewId}/decision`, body);
    };
    const codeOf = async (answer: Promise<Reply>): Promise<string> => (await answer).body.code;
    const audited = async (action: string): Promise<number> =>
      (await world.rows('SELECT 1 FROM audit_rows WHERE action = ?', [action])).length;
    const say = (member: Member, birthYear: number): Promise<Reply> =>
      as(member, 'PUT', '/v1/protection/birth-year', { birthYear });
    const protection = async (member: Member): Promise<OwnProtection> =>
      (await as(member, 'GET', '/v1/protection')).body;
    const callsOf = async ({ memberId }: Member) =>
      (await hui.call('GET', `${CALLS}?view=OWED`)).body.rows.filter(
        (row: { client: { memberId: string } | null }) => row.client?.memberId === memberId,
      );
    /** Somebody takes the call of a member and writes down what came of it. */
    const record = async (member: Member, outcome: string): Promise<void> => {
      const [{ callId }] = await callsOf(member);
      const step = (body: object) => hui.call('POST', `${CALLS}/${callId}/steps`, body);
      await step({ stepNo: 2, act: 'ASSIGN', ownerId: hui.staffId });
      const said = { outcome, text: '本人接听', tradingPlan: null, complaintCategory: null };
      expect((await step({ stepNo: 3, act: 'RECORD', ...said })).status).toBe(200);
    };

    const run = async (job: string): Promise<void> => {
      world.app.get(Jobs).wake(job);
      await world.app.get(Jobs).idle();
    };

    it('I-01 REQ-SUIT-11 a member is professional only by evidence and two people who are not one, and ordinary again at once', async () => {
      const member = await join('professional-1');
      const applicationId = randomUUID();
      expect(await own(member)).toEqual({ professionalUntil: null, application: null, mayApply: false });
      expect(await codeOf(apply(member))).toBe('professional.not_assessed');
      await assess(member, 'C3');
      expect((await own(member)).mayApply).toBe(true);
      expect(await codeOf(apply(member, { pictureIds: [randomUUID()] }))).toBe('professional.picture_gone');
      expect(await codeOf(apply(member, { textVersion: 0 }))).toBe('professional.text_changed');
      const pictureIds = [await sent(member), await sent(member)];
      expect((await apply(member, { applicationId, pictureIds })).status).toBe(200);
      expect((await apply(member, { applicationId, pictureIds })).body).toMatchObject({
        professionalUntil: null,
        mayApply: false,
        application: { applicationId, state: 'WAITING', pictures: 2, refusal: null },
      });
      expect(await codeOf(apply(member))).toBe('professional.already_applied');
      // Nobody is told of another's, and nobody who sells of any.
      const other = await join('professional-2');
      await assess(other, 'C4');
      expect(await codeOf(apply(other, { applicationId }))).toBe('professional.taken');
      expect((await hui.call('GET', DESK)).status).toBe(403);
      const [row] = (await operator.call('GET', DESK)).body.rows;
      expect(row).toMatchObject({ applicationId, state: 'WAITING', checkerName: null });
      expect(JSON.stringify(row)).not.toContain('2019');
      const detail = await open(operator, applicationId);
      expect(detail.pictureIds).toEqual(pictureIds);
      const picture = `${DESK}/${applicationId}/pictures/${pictureIds[0]}`;
      const shown = await fetch(world.url + picture, { headers: { cookie: operator.cookie } });
      expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
      expect(Buffer.from(await shown.arrayBuffer()).includes('GPS')).toBe(false);
      expect(await codeOf(operator.call('GET', `${DESK}/${applicationId}/pictures/${randomUUID()}`))).toBe(
        'professional.picture_not_found',
      );
      expect([await audited('professional.read'), await audited('professional.read_picture')]).toEqual([
        1, 1,
      ]);
      const stale = { sha256: 'b'.repeat(64), refusal: null };
      expect(await codeOf(operator.call('POST', `${DESK}/${applicationId}/check`, stale))).toBe(
        'professional.moved_on',
      );
      // Whoever looks after the member decides nothing; one person is not two.
      const bind = (staffId: string) =>
        world.database.runInTransaction((tx) => world.identity.bindAdviser(tx, member.memberNo, staffId));
      await bind(both.staffId);
      expect(await codeOf(check(both, applicationId))).toBe('professional.own_adviser');
      await bind(hui.staffId);
      expect((await check(both, applicationId)).body).toMatchObject({ state: 'CHECKED', deciderName: null });
      expect(await codeOf(decide(both, applicationId))).toBe('reviews.own_request');
      expect(await investorOf(member)).toMatchObject({ kind: 'ORDINARY' });
      expect((await decide(compliance, applicationId)).status).toBe(200);
      expect(await investorOf(member)).toMatchObject({ kind: 'PROFESSIONAL', isQualifiedForPrivate: false });
      expect(await own(member)).toMatchObject({
        professionalUntil: '2027-11-24',
        mayApply: false,
        application: { state: 'APPROVED' },
      });
      expect(await codeOf(apply(member))).toBe('professional.already_applied');
      await as(member, 'POST', `${OWN}/return`);
      expect(await investorOf(member)).toMatchObject({ kind: 'ORDINARY' });
      expect((await as(member, 'POST', `${OWN}/return`)).body).toMatchObject({
        professionalUntil: null,
        mayApply: true,
        application: { state: 'ENDED' },
      });
      expect(await audited('professional.become_ordinary')).toBe(1);
      expect((await operator.call('GET', `${DESK}?view=DECIDED`)).body.rows).toMatchObject([
        { applicationId, state: 'ENDED', validUntil: '2027-11-24' },
      ]);
    });

    it('I-01 REQ-SUIT-11 either of the two refuses with words that the member reads; what is withdrawn nobody decides; the lowest category may not ask', async () => {
      const member = await join('professional-3');
      await assess(member, 'C4');
      const first = randomUUID();
      await apply(member, { applicationId: first });
      await check(operator, first, '收入证明缺少公章');
      expect((await own(member)).application).toMatchObject({
        state: 'REFUSED',
        refusal: '收入证明缺少公章',
      });
      const second = randomUUID();
      await apply(member, { applicationId: second });
      await check(operator, second);
      expect((await decide(compliance, second, false)).status).toBe(200);
      expect((await own(member)).application).toMatchObject({ state: 'REFUSED', refusal: '材料不够新' });
      const third = randomUUID();
      await apply(member, { applicationId: third });
      await check(operator, third);
      await as(member, 'POST', `${OWN}/return`);
      expect((await own(member)).application).toMatchObject({ applicationId: third, state: 'WITHDRAWN' });
      const { rows } = (await compliance.call('GET', '/v1/console/reviews?state=OPEN')).body;
      expect(rows).toEqual([]);
      // Told of each decision, and of nothing that the member did.
      // One turn takes the events, the next delivers them.
      for (let turn = 0; turn < 4; turn += 1) await run('outbox:professional-notices');
      expect(await world.rows('SELECT kind FROM notices WHERE member_no = ?', [member.memberNo])).toEqual([
        { kind: 'ASSESSMENT' },
        { kind: 'ASSESSMENT' },
      ]);
      const lowest = await join('professional-4');
      await assess(lowest, 'C1_LOWEST');
      expect(await codeOf(apply(lowest))).toBe('professional.not_assessed');
      expect((await send(lowest, new Uint8Array([1, 2, 3]))).status).toBe(422);
    });

    it('I-01 REQ-SUIT-11 it counts until its day, and evidence that no application names is gone within the hour', async () => {
      const member = await join('professional-5');
      await assess(member, 'C5');
      const applicationId = randomUUID();
      await apply(member, { applicationId, ground: 'LISTED_INCOME' });
      await check(operator, applicationId);
      await decide(compliance, applicationId);
      await sent(member);
      const files = async (): Promise<number> =>
        (await world.rows("SELECT 1 FROM files WHERE purpose = 'PROFESSIONAL'")).length;
      const before = await files();
      world.clock.advance(3_700_000);
      await run('purge-professional-pictures');
      expect(await files()).toBeLessThan(before);
      expect(
        (await world.rows('SELECT 1 FROM professional_pictures WHERE application_id IS NULL')).length,
      ).toBe(0);
      expect(await investorOf(member)).toMatchObject({ kind: 'PROFESSIONAL' });
      await world.database.runInTransaction(({ manager }) =>
        manager.query('UPDATE professional_applications SET valid_until = ? WHERE application_id = ?', [
          dayOfInstant(world.clock.now()),
          applicationId,
        ]),
      );
      expect(await investorOf(member)).toMatchObject({ kind: 'ORDINARY' });
      expect(await own(member)).toMatchObject({ professionalUntil: null, mayApply: true });
    });

    it('I-01 an unknown age keeps products away; the year of birth is asked once more only to make older; from 65 on somebody calls first', async () => {
      const young = await join('elder-1');
      expect((await investorOf(young)).isCallBackDue).toBe(true);
      expect(await protection(young)).toMatchObject({
        birthYear: null,
        elderAge: 65,
        callBack: 'AGE_UNKNOWN',
      });
      expect(await codeOf(say(young, 2_027))).toBe('elder.year_ahead');
      expect((await say(young, 1_962)).body).toMatchObject({ birthYear: 1_962, callBack: 'NOT_NEEDED' });
      expect((await investorOf(young)).isCallBackDue).toBe(false);
      expect(await callsOf(young)).toEqual([]);
      const old = await join('elder-2');
      expect((await say(old, 1_961)).body).toMatchObject({ callBack: 'WAITING' });
      await say(old, 1_961);
      // The earliest year counts: another one said later brings nobody around the call.
      expect((await say(old, 1_980)).body).toMatchObject({ birthYear: 1_980, callBack: 'WAITING' });
      expect((await investorOf(old)).isCallBackDue).toBe(true);
      expect(await callsOf(old)).toMatchObject([{ reason: 'ELDER', state: 'OPEN' }]);
      await record(old, 'NOT_REACHED');
      expect((await investorOf(old)).isCallBackDue).toBe(true);
      expect(await callsOf(old)).toMatchObject([{ reason: 'ELDER', state: 'OPEN' }]);
      expect((await hui.call('GET', ELDERS)).body).toMatchObject({
        total: 1,
        rows: [{ member: { memberId: old.memberId }, state: 'WAITING', calledAt: null }],
      });
      await record(old, 'IN_ORDER');
      expect((await investorOf(old)).isCallBackDue).toBe(false);
      expect((await protection(old)).callBack).toBe('DONE');
      expect((await hui.call('GET', ELDERS)).body.total).toBe(0);
      expect((await hui.call('GET', `${ELDERS}?state=DONE`)).body.total).toBe(1);
      expect(await audited('elder.call_back')).toBe(1);
      await say(old, 1_981);
      await say(old, 1_982);
      await say(old, 1_983);
      expect(await codeOf(say(old, 1_984))).toBe('elder.too_many_statements');
    });

    it('I-01 a trusted contact is encrypted, shown masked, called for safety only with a reason that the member reads, and forgotten with the account', async () => {
      const member = await join('elder-3');
      const contact = { name: '王小丽', relation: 'CHILD', phone: '13800001234', hasAgreed: true };
      const name = (told: object = contact): Promise<Reply> =>
        as(member, 'PUT', '/v1/protection/trusted-contact', told);
      expect(await codeOf(name())).toBe('elder.not_of_age');
      await say(member, 1_950);
      expect((await name({ ...contact, hasAgreed: false })).status).toBe(400);
      expect((await name({ ...contact, phone: '12345' })).status).toBe(400);
      expect((await name()).body.trustedContact).toMatchObject({
        maskedName: '王*',
        relation: 'CHILD',
        phoneTail: '1234',
      });
      const kept = JSON.stringify(await world.rows('SELECT * FROM trusted_contacts'));
      expect(kept).not.toMatch(/王小丽|13800001234/);
      const raise = (person: Person, memberId = member.memberId, key?: string): Promise<Reply> =>
        world.call('POST', `${ELDERS}/${memberId}/safety-notices`, {
          cookie: person.cookie,
          body: { reason: 'SUSPECTED_FRAUD', text: '有人要他转账到陌生账户' },
          ...(key === undefined ? {} : { key }),
        });
      expect((await raise(operator)).status).toBe(403);
      expect(await codeOf(raise(hui, randomUUID()))).toBe('elder.member_not_found');
      const key = randomUUID();
      const called = await raise(hui, member.memberId, key);
      expect(called.body).toMatchObject({ name: '王小丽', relation: 'CHILD', phone: '13800001234' });
      expect((await raise(hui, member.memberId, key)).body.noticeId).toBe(called.body.noticeId);
      expect((await protection(member)).notices).toMatchObject([{ reason: 'SUSPECTED_FRAUD' }]);
      expect(await audited('elder.raise_safety_notice')).toBe(1);
      const [row] = (await hui.call('GET', ELDERS)).body.rows;
      expect(row).toMatchObject({ hasTrustedContact: true, notices: 1 });
      expect(JSON.stringify(await world.rows('SELECT * FROM first_answers'))).not.toContain('13800001234');
      expect((await as(member, 'DELETE', '/v1/protection/trusted-contact')).body.trustedContact).toBeNull();
      expect(await codeOf(raise(hui))).toBe('elder.no_contact');
      await name();
      const closing = routeUrl(accountClosingRoutes.closeAccount, { params: { closingId: randomUUID() } });
      await as(member, 'PUT', closing, { textVersion: CLOSING_TEXT_VERSION, isUnderstood: true });
      expect(await world.rows('SELECT 1 FROM trusted_contacts')).toEqual([]);
      expect((await hui.call('GET', ELDERS)).body.total).toBe(0);
      expect(await codeOf(raise(hui))).toBe('elder.member_not_found');
    });

    it('I-01 a new year makes a member old enough without a word, and the call is ordered once', async () => {
      const member = await join('elder-4');
      await say(member, 1_962);
      expect((await investorOf(member)).isCallBackDue).toBe(false);
      world.clock.advance(40 * DAY_MS);
      expect(formatDay(dayOfInstant(world.clock.now())).slice(0, 4)).toBe('2027');
      expect((await investorOf(member)).isCallBackDue).toBe(true);
      await run('require-elder-call-backs');
      await run('require-elder-call-backs');
      expect(
        await world.rows('SELECT state FROM elder_call_backs WHERE member_no = ?', [member.memberNo]),
      ).toEqual([{ state: 'WAITING' }]);
      expect(
        await world.rows("SELECT state FROM follow_up_calls WHERE reason = 'ELDER' AND member_no = ?", [
          member.memberNo,
        ]),
      ).toEqual([{ state: 'OPEN' }]);
    });
  });
});
