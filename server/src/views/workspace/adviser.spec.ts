import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AdvisedMember, Book } from '@siyu/shared/contracts/adviser';
import { CampaignRows } from '@siyu/shared/contracts/campaigns';
import { MemberSuitabilityView } from '@siyu/shared/contracts/member-suitability';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { AdviserSession, OpenedPhone } from '@siyu/shared/contracts/staff-phone';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { Campaign } from '../../action/outreach/campaigns/campaign.entity.ts';
import { Organisation } from '../../foundation/organisation/index.ts';
import { insertRows } from '../../platform/database/index.ts';
import { AdvisoryContract } from '../../records/advisory/advisory-contract.entity.ts';
import { Product } from '../../records/products/product.entity.ts';
import { Assessment, AssessmentStep } from '../../records/suitability/assessment.entity.ts';
import { openRecords, type RecordsWorld } from '../../records/testing/index.ts';
import {
  asCookie,
  cookieOf,
  type Person,
  signInStaff,
  STAFF_PASSWORD,
} from '../../records/testing/staff-people.ts';
import { describeOnEngines } from '../../testing/index.ts';
import { WorkspaceModule } from './workspace.module.ts';

const MINUTE = 60_000;
const PHONE = '/v1/console/own-phone';
const BOOK = '/v1/adviser/members';

describeOnEngines((engine) => {
  describe('an adviser on the own phone', () => {
    let world: RecordsWorld;
    let people = 0;
    let contracts = 0;
    beforeAll(async () => {
      world = await openRecords(engine, { also: [WorkspaceModule] });
    }, 60_000);
    afterAll(() => world.close());

    const hire = async (
      roles: readonly Role[],
      branchId: string | null = null,
    ): Promise<Person & { loginName: string }> => {
      const loginName = `phone-${(people += 1)}`;
      const staffId = await world.database.runInTransaction((tx) =>
        world.app.get(Organisation, { strict: false }).createStaff(tx, {
          ...{ loginName, name: '沈知行', password: STAFF_PASSWORD, roles, branchId },
          ...{ scopeKind: 'firm', registrationNo: `S00000000000${20 + people}` },
        }),
      );
      return { staffId, loginName, ...asCookie(world, cookieOf(await signInStaff(world, loginName))) };
    };
    const codeOf = async (person: Person): Promise<string> =>
      (await person.call('POST', `${PHONE}/codes`)).body.code;
    const enter = async (account: string, deskCode: string) =>
      world.call('POST', '/v1/adviser/phone', { body: { code: await world.login(account), deskCode } });
    /** Null: the phone stands for nobody. */
    const open = async (account: string): Promise<AdviserSession | null> => {
      const body = { code: await world.login(account) };
      return OpenedPhone.parse((await world.call('POST', '/v1/adviser/sessions', { body })).body).adviser;
    };
    /** An adviser whose phone is tied; answers the token. */
    const tied = async (account: string, roles: readonly Role[] = ['adviser']) => {
      const person = await hire(roles);
      const { token } = AdviserSession.parse((await enter(account, await codeOf(person))).body);
      return { ...person, token };
    };
    const read = (token: string, path = BOOK) => world.call('GET', path, { token });
    const join = async (adviser: { readonly staffId: string }, displayName: string) => {
      const session = await world.signIn(`advised-${(people += 1)}`, ['SERVICE', 'PROFILING']);
      const { memberId } = session.member;
      const memberNo = await world.memberNoOf(memberId);
      await world.database.runInTransaction(async (tx) => {
        await world.identity.bindAdviser(tx, memberNo, adviser.staffId);
        await tx.manager.query('UPDATE members SET display_name = ? WHERE member_no = ?', [
          displayName,
          memberNo,
        ]);
      });
      return { memberId, memberNo, token: session.token };
    };
    const assess = async (memberNo: number, days: number): Promise<void> => {
      const [assessmentId, at] = [randomUUID(), world.clock.now()];
      const row: Assessment = {
        ...{ assessmentId, memberNo, questionnaireVersion: 1, limitsVersion: 1, answers: [], score: 50 },
        ...{ level: 'C3', isLowestByAnswer: false, horizonMonths: 36, types: ['FUND_MIXED'], takenAt: at },
        ...{ validUntil: addDays(dayOfInstant(at), days), isHeld: false, sha256: '', sealedOrigin: '' },
      };
      const step = { assessmentId, kind: 'CONFIRMED', memberNo, at, staffId: null, sealedOrigin: null };
      await world.database.runInTransaction(async (tx) => {
        await insertRows(tx, Assessment, [row]);
        await insertRows(tx, AssessmentStep, [step]);
      });
    };
    const sell = async (name: string, level: 'R3' | 'R5'): Promise<string> => {
      const [productId, at] = [randomUUID(), world.clock.now()];
      const row: Product = {
        ...{ productId, code: `AP${(people += 1)}`, name, type: 'FUND_MIXED', state: 'ON_SALE', level },
        ...{
          levelValidUntil: addDays(dayOfInstant(at), 300),
          horizonMonths: 12,
          isPrivate: false,
          version: 1,
        },
        ...{ sha256: '', authorId: randomUUID(), editorIds: [], reviewId: null, endReason: null },
        ...{ createdAt: at, updatedAt: at },
      };
      await world.database.runInTransaction((tx) => insertRows(tx, Product, [row]));
      return productId;
    };
    const notedOf = async (staffId: string): Promise<string[]> =>
      (await world.rows('SELECT action FROM audit_rows WHERE actor_id = ? ORDER BY row_id', [staffId])).map(
        ({ action }) => action,
      );

    it('I-12 REQ-SEC-2 a code of the desk ties one phone once; a wrong, late or used one does not, and five guesses lock the phone', async () => {
      const adviser = await hire(['adviser']);
      expect(await open('phone-a')).toBeNull();
      const first = await codeOf(adviser);
      const second = await codeOf(adviser);
      expect(second).toMatch(/^\d{8}$/);
      expect((await enter('phone-a', first)).body.code).toBe('identity.desk_code_wrong');
      const entered = await enter('phone-a', second);
      expect(entered.status).toBe(201);
      expect(AdviserSession.parse(entered.body)).toMatchObject({ name: '沈知行', isRegistered: true });
      expect((await enter('phone-b', second)).body.code).toBe('identity.desk_code_wrong');
      expect((await adviser.call('GET', PHONE)).body.tiedAt).not.toBeNull();
      expect(await open('phone-a')).toMatchObject({ name: '沈知行' });

      const late = await codeOf(adviser);
      world.clock.advance(5 * MINUTE);
      expect((await enter('phone-b', late)).body.code).toBe('identity.desk_code_wrong');
      const again = await codeOf(adviser);
      for (let guess = 0; guess < 3; guess += 1) await enter('phone-b', '00000000');
      expect((await enter('phone-b', again)).body.code).toBe('identity.login_locked');
      expect(await notedOf(adviser.staffId)).toEqual(
        expect.arrayContaining([
          'identity.issue_phone_code',
          'identity.tie_phone',
          'identity.open_phone_session',
        ]),
      );
      const kept = await world.rows('SELECT code_sha256 AS kept FROM staff_phone_codes');
      expect(JSON.stringify(kept)).not.toContain(again);
    });

    it('I-12 REQ-SEC-2 a phone opens the own pages only, for half an hour, and nothing once the tie, the role or the account is gone', async () => {
      const adviser = await tied('phone-c', ['adviser', 'compliance']);
      expect((await read(adviser.token)).status).toBe(200);
      // The token opens no page of the desk or of members, and the desk's cookie none of the phone.
      expect((await read(adviser.token, '/v1/console/members')).status).toBe(401);
      expect((await read(adviser.token, '/v1/consents')).status).toBe(401);
      expect((await adviser.call('GET', BOOK)).status).toBe(401);
      const member = await world.signIn('no-adviser');
      expect((await read(member.token)).status).toBe(401);

      world.clock.advance(30 * MINUTE);
      expect((await read(adviser.token)).status).toBe(401);
      const token = (await open('phone-c'))?.token ?? '';
      expect((await read(token)).status).toBe(200);

      expect((await adviser.call('DELETE', PHONE)).body).toEqual({ tiedAt: null });
      expect((await read(token)).status).toBe(401);
      expect(await open('phone-c')).toBeNull();

      const admin = await hire(['systemAdmin']);
      const leaver = await tied('phone-d');
      const state = `/v1/console/staff/${leaver.staffId}/state`;
      expect((await admin.call('PUT', state, { state: 'DISABLED' })).status).toBeLessThan(300);
      expect((await read(leaver.token)).status).toBe(401);
      // Coming back brings the phone not back with it.
      await admin.call('PUT', state, { state: 'ACTIVE' });
      expect(await open('phone-d')).toBeNull();

      const lost = await tied('phone-e');
      await admin.call('DELETE', `/v1/console/staff/${lost.staffId}/sessions`);
      expect((await read(lost.token)).status).toBe(401);
      expect(await open('phone-e')).toBeNull();
      expect((await (await hire(['operator'])).call('POST', `${PHONE}/codes`)).status).toBe(403);
    });

    it('I-12 REQ-SUIT-1 REQ-SUIT-6 the book has the own members only, masked, with level and expiry; one member shows verdicts with their reasons, and the desk shows the same', async () => {
      const [adviser, other] = [await tied('phone-f', ['adviser', 'compliance']), await tied('phone-g')];
      const [fit, over, foreign] = [
        await join(adviser, '王小明'),
        await join(adviser, '李晓'),
        await join(other, '赵一'),
      ];
      for (const { token } of [fit, over])
        await world.call('PUT', '/v1/protection/birth-year', { token, body: { birthYear: 1985 } });
      await assess(fit.memberNo, 300);
      await assess(over.memberNo, 1);
      const today = dayOfInstant(world.clock.now());
      await world.database.runInTransaction((tx) =>
        insertRows(tx, AdvisoryContract, [
          {
            ...{ contractId: randomUUID(), contractNo: `TG${(contracts += 1)}`, memberNo: fit.memberNo },
            ...{ validFrom: today, validUntil: addDays(today, 90), endedAt: null, endReason: null },
            ...{ enteredBy: adviser.staffId, enteredAt: world.clock.now() },
          },
        ]),
      );
      const [suits, tooHigh] = [await sell('稳健一号', 'R3'), await sell('进取二号', 'R5')];
      world.clock.advance(2 * 24 * 60 * MINUTE);
      const token = (await open('phone-f'))?.token ?? '';

      const book = Book.parse((await read(token)).body);
      expect(book.total).toBe(2);
      const rowOf = (id: string) => book.rows.find(({ memberId }) => memberId === id);
      expect(rowOf(fit.memberId)).toMatchObject({
        ...{ displayName: '王*', standing: 'VALID', level: 'C3', isAdvised: true },
        validUntil: formatDay(addDays(today, 300)),
      });
      expect(rowOf(over.memberId)).toMatchObject({ standing: 'ASSESSMENT_EXPIRED', isAdvised: false });
      expect(rowOf(foreign.memberId)).toBeUndefined();
      const first = Book.parse((await read(token, `${BOOK}?limit=1`)).body);
      const next = Book.parse((await read(token, `${BOOK}?limit=1&cursor=${first.nextCursor}`)).body);
      expect([...first.rows, ...next.rows].map(({ memberId }) => memberId).sort()).toEqual(
        [fit.memberId, over.memberId].sort(),
      );
      expect(Book.parse((await read(token, `${BOOK}?search=${encodeURIComponent('小明')}`)).body).total).toBe(
        1,
      );

      const shown = AdvisedMember.parse((await read(token, `${BOOK}/${fit.memberId}`)).body);
      expect(shown).toMatchObject({ displayName: '王小明', suitability: { level: 'C3', isAdvised: true } });
      const verdictOf = (id: string) => shown.suitability?.products.find(({ productId }) => productId === id);
      expect(verdictOf(suits)).toMatchObject({ verdict: 'SUITABLE', reasons: [] });
      expect(verdictOf(tooHigh)).toMatchObject({ verdict: 'UNSUITABLE', reasons: ['LEVEL_TOO_HIGH'] });
      const expired = AdvisedMember.parse((await read(token, `${BOOK}/${over.memberId}`)).body);
      expect(expired.suitability?.products.every(({ verdict }) => verdict === 'UNSUITABLE')).toBe(true);
      // Compliance at the desk, nobody but an adviser on the phone.
      expect((await read(token, `${BOOK}/${foreign.memberId}`)).status).toBe(404);

      const { call } = asCookie(world, cookieOf(await signInStaff(world, adviser.loginName)));
      const desk = await call('GET', `/v1/console/members/${fit.memberId}/suitability`);
      expect(MemberSuitabilityView.parse(desk.body).suitability).toEqual(shown.suitability);
      expect(await notedOf(adviser.staffId)).toEqual(
        expect.arrayContaining([
          'workspace.list_book',
          'workspace.view_member',
          'workspace.view_suitability',
        ]),
      );
      const kept = await world.rows('SELECT COUNT(*) AS n FROM suitability_decisions');
      expect(Number(kept[0].n)).toBe(0);
    });

    it('I-12 REQ-PI-2 of a member who took the consent back the phone shows neither level nor score nor what they did', async () => {
      const adviser = await tied('phone-h');
      const member = await join(adviser, '孙七');
      await assess(member.memberNo, 300);
      const { consents } = (await world.call('GET', '/v1/consents', { token: member.token })).body;
      const decisions = consents
        .filter(({ purpose }: { purpose: string }) => ['SERVICE', 'PROFILING'].includes(purpose))
        .map(({ purpose, textVersion }: { purpose: string; textVersion: string }) => ({
          ...{ purpose, textVersion, isGranted: false },
        }));
      await world.call('POST', '/v1/consents', { token: member.token, body: { decisions } });
      expect(Book.parse((await read(adviser.token)).body).rows).toMatchObject([
        { standing: null, level: null },
      ]);
      expect(
        AdvisedMember.parse((await read(adviser.token, `${BOOK}/${member.memberId}`)).body),
      ).toMatchObject({
        ...{ suitability: null, score: null, engagement: [], learning: [], questions: [], consents: [] },
        withheld: { events: 'NOT_PERMITTED', scores: 'NOT_PERMITTED' },
      });
    });

    it('I-12 REQ-ADV-1 an adviser reads the own campaigns on the phone, nobody else’s, and changes none', async () => {
      const [adviser, other] = [await tied('phone-i'), await tied('phone-j', ['adviser', 'compliance'])];
      const campaignId = randomUUID();
      const at = world.clock.now();
      const row: Campaign = {
        ...{ campaignId, name: '三份钱', state: 'DRAFT', channel: 'FEED_CARD', contentId: randomUUID() },
        ...{ contentVersion: 1, contentSha256: '0'.repeat(64), contentTitle: '三份钱', productIds: [] },
        ...{
          contentLabel: 'education',
          namedProductIds: [],
          segmentKeys: [],
          excludedSegmentKeys: [],
          groupIds: [],
        },
        ...{ scheduledFor: null, writerId: adviser.staffId, senderId: adviser.staffId, previewId: null },
        ...{
          included: null,
          reviewId: null,
          dueAt: null,
          sentThrough: 0,
          stoppedFor: null,
          beganAt: null,
          resultsUntil: null,
        },
        ...{ cancelReason: null, revision: 1, changedAt: at },
      };
      await world.database.runInTransaction((tx) => insertRows(tx, Campaign, [row]));
      const mine = CampaignRows.parse((await read(adviser.token, '/v1/adviser/campaigns')).body);
      expect(mine.rows).toMatchObject([{ campaignId, state: 'DRAFT' }]);
      expect(CampaignRows.parse((await read(other.token, '/v1/adviser/campaigns')).body).rows).toEqual([]);
      expect((await read(other.token, `/v1/adviser/campaigns/${campaignId}`)).status).toBe(404);
      const path = `/v1/console/campaigns/${campaignId}/cancellation`;
      const body = { reason: '不发了不发了' };
      expect((await world.call('POST', path, { token: adviser.token, body })).status).toBe(401);
    });
  });
});
