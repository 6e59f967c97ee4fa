import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProductDetail, type ProductDraft } from '@siyu/shared/contracts/products';
import { ProductPage, ShownProducts } from '@siyu/shared/contracts/product-shelf';
import { EvidenceTaken } from '@siyu/shared/contracts/suitability-evidence';
import { addDays, dayOfInstant, formatDay, startOfDay } from '@siyu/shared/time';
import type { InvestorLevel, NoticeKind } from '@siyu/shared/suitability';
import { canonicalJson } from '../../../foundation/audit/index.ts';
import { ReviewsModule } from '../../../foundation/reviews/index.ts';
import { insertRows } from '../../../platform/database/index.ts';
import { describeOnEngines } from '../../../testing/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { NotificationsModule } from '../../notifications/index.ts';
import { ProductsModule } from '../../products/index.ts';
import { openRecords, type RecordsWorld, type Reply } from '../../testing/index.ts';
import { CareModule } from '../../../services/care/index.ts';
import { hirePerson, type Person } from '../../testing/staff-people.ts';
import { Assessment, AssessmentStep } from '../assessment.entity.ts';
import { InvestorTraits } from '../investor-traits.ts';
import { SuitabilityDecisionsModule, SuitabilityGate, SuitabilityModule, verifyEvidence } from '../index.ts';

import { decisionSha256, noticeSha256 } from './decision-hash.ts';
import { EvidenceFile, evidenceSha256 } from './evidence/evidence-file.ts';

const DESK = '/v1/console/products';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Investor {
  readonly token: string;
  readonly memberId: string;
  readonly memberNo: number;
}

describeOnEngines((engine) => {
  describe('products on their way to members', () => {
    let world: RecordsWorld;
    let gate: SuitabilityGate;
    let operator: Person;
    let compliance: Person;
    const qualified = new Set<number>();
    let codes = 0;
    beforeAll(async () => {
      world = await openRecords(engine, {
        also: [
          ReviewsModule,
          ProductsModule,
          SuitabilityModule,
          SuitabilityDecisionsModule,
          NotificationsModule,
          CareModule,
        ],
      });
      gate = world.app.get(SuitabilityGate);
      world.app
        .get(InvestorTraits, { strict: false })
        .onAsked((memberNos) =>
          Promise.resolve(
            new Map(
              memberNos
                .filter((memberNo) => qualified.has(memberNo))
                .map((memberNo) => [memberNo, { isQualifiedForPrivate: true }] as const),
            ),
          ),
        );
      await hire('monday');
    }, 60_000);
    afterAll(() => world.close());

    /** Sessions of the desk end after half a day. */
    const hire = async (day: string): Promise<void> => {
      operator = await hirePerson(world, `operator-${day}`, ['operator']);
      compliance = await hirePerson(world, `compliance-${day}`, ['compliance']);
    };

    const today = () => dayOfInstant(world.clock.now());
    const join = async (account: string): Promise<Investor> => {
      const { token, member } = await world.signIn(account);
      await world.call('PUT', '/v1/protection/birth-year', { token, body: { birthYear: 1985 } });
      return { token, memberId: member.memberId, memberNo: await world.memberNoOf(member.memberId) };
    };
    /** Answered and confirmed, for as many days. */
    const assess = async ({ memberNo }: Investor, level: InvestorLevel, days = 300): Promise<void> => {
      const assessmentId = randomUUID();
      const at = world.clock.now();
      const row: Assessment = {
        ...{
          assessmentId,
          memberNo,
          questionnaireVersion: 1,
          limitsVersion: 1,
          answers: [],
          score: 50,
          level,
        },
        ...{ isLowestByAnswer: false, horizonMonths: 36, types: ['FUND_MIXED'], takenAt: at },
        ...{ validUntil: addDays(today(), days), isHeld: false, sha256: '', sealedOrigin: '' },
      };
      const step = { assessmentId, kind: 'CONFIRMED', memberNo, at, staffId: null, sealedOrigin: null };
      await world.database.runInTransaction(async (tx) => {
        await insertRows(tx, Assessment, [row]);
        await insertRows(tx, AssessmentStep, [step]);
      });
    };
    const invest = async (account: string, level: InvestorLevel): Promise<Investor> => {
      const member = await join(account);
      await assess(member, level);
      return member;
    };
    const decide = async (productId: string): Promise<void> => {
      const { rows } = (await compliance.call('GET', '/v1/console/reviews?state=OPEN')).body;
      const review = rows.find(({ subjectId }: { subjectId: string }) => subjectId === productId);
      await compliance.call('POST', `/v1/console/reviews/${review.reviewId}/decision`, {
        ...{ isApproved: true, comment: '看过', subjectSha256: review.subjectSha256 },
      });
    };
    /** On sale, agreed by two people. */
    const sell = async (more: Partial<ProductDraft> = {}): Promise<{ productId: string; code: string }> => {
      const code = `SP${(codes += 1)}`;
      const draft = {
        ...{
          code,
          name: `思域产品 ${code}`,
          type: 'FUND_MIXED',
          level: 'R3',
          horizonMonths: 12,
          isPrivate: false,
        },
        ...{ levelValidUntil: formatDay(addDays(today(), 365)), ...more },
      };
      const { productId } = ProductDetail.parse((await operator.call('POST', DESK, draft)).body);
      await operator.call('POST', `${DESK}/${productId}/submission`);
      await decide(productId);
      return { productId, code };
    };
    const get = (who: Investor, path: string): Promise<Reply> =>
      world.call('GET', path, { token: who.token });
    const list = async (who: Investor, query = ''): Promise<ShownProducts> =>
      ShownProducts.parse((await get(who, `/v1/products${query}`)).body);
    const namesShown = async (who: Investor): Promise<readonly string[]> =>
      (await list(who, '?limit=50')).products.map(({ code }) => code);
    const page = async (who: Investor, productId: string): Promise<ProductPage> =>
      ProductPage.parse((await get(who, `/v1/products/${productId}`)).body);
    const ask = (who: Investor, named: string, askingId = randomUUID()): Promise<Reply> =>
      world.call('PUT', `/v1/product-askings/${askingId}`, { token: who.token, body: { named } });
    const confirm = async (
      who: Investor,
      productId: string,
      kind: NoticeKind,
      more: object = {},
    ): Promise<Reply> => {
      const next: ProductPage['next'] = (await get(who, `/v1/products/${productId}`)).body.next ?? null;
      const isInformation = kind === 'MORE_INFORMATION';
      const answers = isInformation
        ? { shareOfAssets: 'UNDER_10', bearableLoss: 'UNDER_30', neededIn: 'OVER_5_YEARS' }
        : null;
      const body = {
        kind,
        sha256: next?.sha256 ?? '0'.repeat(64),
        dwellMs: 6_000,
        hasReachedEnd: true,
        answers,
      };
      const token = who.token;
      return world.call('POST', `/v1/products/${productId}/notices`, { token, body: { ...body, ...more } });
    };
    /** Reads the notices that are due, each in its time. */
    const readAll = async (who: Investor, productId: string): Promise<readonly NoticeKind[]> => {
      const read: NoticeKind[] = [];
      for (;;) {
        const { next } = await page(who, productId);
        if (next === null) return read;
        world.clock.advance(10_000);
        expect((await confirm(who, productId, next.kind)).status).toBe(200);
        read.push(next.kind);
      }
    };
    const clear = (who: Investor, productId: string): Promise<Reply> =>
      world.call('POST', `/v1/products/${productId}/clearance`, { token: who.token });
    const decisions = (who: Investor, productId: string) =>
      world.rows(
        'SELECT door, purpose, verdict, is_open AS isOpen FROM suitability_decisions WHERE member_no = ? AND product_id = ? ORDER BY decided_at, decision_id',
        [who.memberNo, productId],
      );
    const push = (memberNos: readonly number[], productIds: readonly string[]) =>
      world.database.runInTransaction((tx) =>
        gate.decide(tx, { door: 'PUSH', memberNos, productIds, purpose: 'spec.push', actor: 'system' }),
      );
    const refusals = (subjectId: string) =>
      world.rows(
        "SELECT reason_code AS reasonCode, inputs FROM audit_rows WHERE action = 'suitability.refuse' AND subject_id = ?",
        [subjectId],
      );

    it('I-03 REQ-SUIT-1 REQ-SUIT-2 REQ-SUIT-5 what is pushed passes the gate: what does not suit is refused, with a record of each and a row in the trail', async () => {
      const [c3, c5, lowest, nobody] = [
        await invest('push-c3', 'C3'),
        await invest('push-c5', 'C5'),
        await invest('push-lowest', 'C1_LOWEST'),
        await join('push-unassessed'),
      ];
      const r4 = await sell({ level: 'R4' });
      const all = [c3, c5, lowest, nobody];
      const clearance = await push(
        all.map(({ memberNo }) => memberNo),
        [r4.productId, randomUUID()],
      );
      expect(all.map(({ memberNo }) => clearance.lets(memberNo, r4.productId))).toEqual([
        false,
        true,
        false,
        false,
      ]);
      expect(clearance.lets(c5.memberNo, randomUUID())).toBe(false);
      expect(await decisions(c3, r4.productId)).toEqual([
        { door: 'PUSH', purpose: 'spec.push', verdict: 'UNSUITABLE', isOpen: 0 },
      ]);
      // Three refusals at once are one row about the product, with the hash of all of them.
      const [bulk] = await refusals(r4.productId);
      expect(JSON.parse(bulk.inputs)).toMatchObject({
        refused: 3,
        reasons: ['GOALS_UNKNOWN', 'LEVEL_TOO_HIGH', 'LOWEST_HARD_STOP', 'NOT_ASSESSED'],
      });
      await push([c3.memberNo], [r4.productId]);
      const [single] = await refusals(c3.memberId);
      expect(single.reasonCode).toBe('LEVEL_TOO_HIGH');
      expect(JSON.parse(single.inputs)).toMatchObject({
        door: 'PUSH',
        ruleVersion: 1,
        productId: r4.productId,
      });
      // The level bears it, the goals do not.
      const long = await sell({ level: 'R2', horizonMonths: 60 });
      const matched = await push([c3.memberNo], [long.productId]);
      expect(matched.matchOf(c3.memberNo, long.productId)).toEqual({
        verdict: 'UNSUITABLE',
        reasons: ['HORIZON'],
      });
      expect(await decisions(c3, long.productId)).toHaveLength(1);
      // Whoever foresees keeps nothing.
      await gate.foresee({ door: 'PUSH', memberNos: [c3.memberNo], productIds: [r4.productId] });
      expect(await decisions(c3, r4.productId)).toHaveLength(2);
      await expect(
        push(
          Array.from({ length: 20_001 }, (_, at) => at),
          [r4.productId],
        ),
      ).rejects.toThrow(RangeError);
    });

    it('I-02 I-03 REQ-SUIT-9 REQ-SUIT-12 a member is shown what suits, the unassessed nothing, and a private product only the qualified', async () => {
      const [r2, r5, secret] = [
        await sell({ level: 'R2' }),
        await sell({ level: 'R5' }),
        await sell({ level: 'R2', type: 'PRIVATE_FUND' }),
      ];
      const [c3, unassessed, entitled] = [
        await invest('shelf-c3', 'C3'),
        await join('shelf-unassessed'),
        await invest('shelf-qualified', 'C3'),
      ];
      qualified.add(entitled.memberNo);
      const shown = await namesShown(c3);
      expect(shown).toContain(r2.code);
      expect(shown).not.toContain(r5.code);
      expect(shown).not.toContain(secret.code);
      expect(await namesShown(entitled)).toContain(secret.code);
      expect(await list(unassessed)).toMatchObject({
        products: [],
        reasons: ['NOT_ASSESSED'],
        nextCursor: null,
      });
      expect((await get(unassessed, `/v1/products/${r2.productId}`)).body.code).toBe(
        'suitability.product_not_shown',
      );
      // Nobody learns by asking whether there is such a private product.
      const [hidden, absent] = [await ask(c3, secret.code), await ask(c3, 'SP-9999')];
      expect([hidden.status, hidden.body.code]).toEqual([404, 'suitability.product_unknown']);
      expect(hidden.body).toMatchObject({ ...absent.body, instance: hidden.body.instance });
      expect((await get(c3, `/v1/products/${secret.productId}`)).status).toBe(404);
      expect((await page(entitled, secret.productId)).terms).toMatchObject({ isPrivate: true });
      // What was looked at and is as it was leaves one record; what was withheld none.
      await namesShown(c3);
      expect(await decisions(c3, r2.productId)).toEqual([
        { door: 'DISPLAY', purpose: 'productShelf.listShown', verdict: 'SUITABLE', isOpen: 1 },
      ]);
      expect(await decisions(c3, r5.productId)).toEqual([]);
      // Taken off the shelf, it is gone; and the pages of a list follow one another.
      await compliance.call('POST', `${DESK}/${r2.productId}/end-of-sale`, {
        reason: '等待重新评级',
        isForGood: false,
      });
      expect(await namesShown(c3)).not.toContain(r2.code);
      expect((await get(c3, `/v1/products/${r2.productId}`)).status).toBe(404);
      const first = await list(entitled, '?limit=1');
      const second = await list(entitled, `?limit=1&cursor=${first.nextCursor}`);
      expect(first.products).toHaveLength(1);
      expect(second.products[0]?.code).not.toBe(first.products[0]?.code);
    });

    it('I-03 REQ-SUIT-3 REQ-SUIT-13 above the own level a member asks, reads three notices in their order, and is let buy until a day', async () => {
      const c3 = await invest('own-c3', 'C3');
      const r4 = await sell({ level: 'R4' });
      expect((await get(c3, `/v1/products/${r4.productId}`)).status).toBe(404);
      expect((await clear(c3, r4.productId)).body.code).toBe('suitability.refused');
      const askingId = randomUUID();
      const asked = ProductPage.parse((await ask(c3, r4.code, askingId)).body);
      expect(asked).toMatchObject({ terms: null, isAboveLevel: true, isHighRisk: false, purchase: 'STEPS' });
      expect(asked.steps.map(({ kind }) => kind)).toEqual([
        'NOT_SUITABLE',
        'SPECIAL_RISK_WARNING',
        'CONFIRMATION',
      ]);
      const { next } = asked;
      expect(next?.sha256).toBe(
        createHash('sha256')
          .update(next?.text ?? '')
          .digest('hex'),
      );
      expect((await list(c3)).asked.map(({ code }) => code)).toEqual([r4.code]);
      const codeOf = async (answer: Promise<Reply>) => (await answer).body.code;
      // Not before its time, not out of its order, not another text, not unread.
      expect(await codeOf(confirm(c3, r4.productId, 'NOT_SUITABLE'))).toBe('suitability.notice_unread');
      world.clock.advance(10_000);
      expect(await codeOf(confirm(c3, r4.productId, 'NOT_SUITABLE', { hasReachedEnd: false }))).toBe(
        'suitability.notice_unread',
      );
      expect(await codeOf(confirm(c3, r4.productId, 'NOT_SUITABLE', { dwellMs: 900 }))).toBe(
        'suitability.notice_unread',
      );
      expect(await codeOf(confirm(c3, r4.productId, 'CONFIRMATION'))).toBe('suitability.notice_not_due');
      expect(await codeOf(confirm(c3, r4.productId, 'RISK_POINTS'))).toBe('suitability.notice_not_due');
      expect(await codeOf(confirm(c3, r4.productId, 'NOT_SUITABLE', { sha256: 'a'.repeat(64) }))).toBe(
        'suitability.notice_text_changed',
      );
      expect((await confirm(c3, r4.productId, 'NOT_SUITABLE')).status).toBe(200);
      expect((await confirm(c3, r4.productId, 'NOT_SUITABLE')).status).toBe(200);
      // Asked again, nothing begins anew.
      expect(ProductPage.parse((await ask(c3, r4.code)).body).steps[0]).toEqual({
        kind: 'NOT_SUITABLE',
        isGiven: true,
      });
      expect(await codeOf(clear(c3, r4.productId))).toBe('suitability.notices_due');
      expect(await readAll(c3, r4.productId)).toEqual(['SPECIAL_RISK_WARNING', 'CONFIRMATION']);
      const kept = await world.rows(
        'SELECT kind, text_version AS version, LENGTH(text_sha256) AS hash, dwell_ms AS dwell FROM product_notices WHERE member_no = ? ORDER BY given_at',
        [c3.memberNo],
      );
      expect(kept.map(({ kind, version, hash, dwell }) => [kind, version, hash, dwell])).toEqual([
        ['NOT_SUITABLE', 1, 64, 6_000],
        ['SPECIAL_RISK_WARNING', 1, 64, 6_000],
        ['CONFIRMATION', 1, 64, 6_000],
      ]);
      expect(await page(c3, r4.productId)).toMatchObject({ terms: { type: 'FUND_MIXED' }, purchase: 'OPEN' });
      const cleared = ProductPage.parse((await clear(c3, r4.productId)).body);
      expect(cleared).toMatchObject({
        purchase: 'CLEARED',
        clearedUntil: new Date(world.clock.now() + 3 * DAY_MS).toISOString(),
      });
      world.clock.advance(HOUR_MS);
      expect(ProductPage.parse((await clear(c3, r4.productId)).body).clearedUntil).toBe(cleared.clearedUntil);
      const bought = (await decisions(c3, r4.productId)).filter(({ door }) => door === 'PURCHASE');
      expect(bought.map(({ isOpen }) => isOpen)).toEqual([0, 0, 1]);
      // Three days later it is asked anew; a month later so is the asking.
      world.clock.advance(3 * DAY_MS);
      expect((await page(c3, r4.productId)).purchase).toBe('OPEN');
      world.clock.advance(30 * DAY_MS);
      const back = await join('own-c3');
      expect((await get(back, `/v1/products/${r4.productId}`)).status).toBe(404);
      expect(await list(back)).toMatchObject({ asked: [] });
    });

    it('I-03 REQ-SUIT-2 REQ-SUIT-3 the lowest category is stopped for good, and so is whoever was spoken to first', async () => {
      const lowest = await invest('stop-lowest', 'C1_LOWEST');
      await hire('next-month');
      const r2 = await sell({ level: 'R2' });
      const stopped = await ask(lowest, r2.code);
      expect([stopped.status, stopped.body.code]).toEqual([403, 'suitability.refused']);
      expect(stopped.body.title).toContain('最低类别');
      expect((await refusals(lowest.memberId))[0].reasonCode).toBe('LOWEST_HARD_STOP');
      expect(
        await world.rows('SELECT 1 FROM product_askings WHERE member_no = ?', [lowest.memberNo]),
      ).toEqual([]);
      expect((await confirm(lowest, r2.productId, 'NOT_SUITABLE')).body.code).toBe('suitability.refused');
      expect((await clear(lowest, r2.productId)).body.code).toBe('suitability.refused');
      // It suited when the firm spoke of it, and does not any more.
      const c3 = await invest('stop-c3', 'C3');
      expect((await push([c3.memberNo], [r2.productId])).lets(c3.memberNo, r2.productId)).toBe(true);
      world.clock.advance(HOUR_MS);
      await assess(c3, 'C1');
      expect((await ask(c3, r2.code)).body.title).toContain('已经有工作人员');
    });

    it('I-03 REQ-SUIT-4 what is of high risk is bought after more information, its points, and a day to think it over, and one more call follows', async () => {
      const [c5, c3] = [await invest('risk-c5', 'C5'), await invest('risk-c3', 'C3')];
      const r5 = await sell({ level: 'R5' });
      const shown = await page(c5, r5.productId);
      expect(shown).toMatchObject({
        isAboveLevel: false,
        isHighRisk: true,
        purchase: 'STEPS',
        terms: { horizonMonths: 12 },
      });
      expect((await confirm(c5, r5.productId, 'MORE_INFORMATION', { answers: null })).body.code).toBe(
        'suitability.answers_missing',
      );
      expect(await readAll(c5, r5.productId)).toEqual(['MORE_INFORMATION', 'RISK_POINTS']);
      const coolsUntil = world.clock.now() + DAY_MS;
      expect(await page(c5, r5.productId)).toMatchObject({
        purchase: 'COOLING',
        coolsUntil: new Date(coolsUntil).toISOString(),
      });
      expect((await clear(c5, r5.productId)).body.code).toBe('suitability.cooling');
      await ask(c3, r5.code);
      expect(await readAll(c3, r5.productId)).toEqual([
        'MORE_INFORMATION',
        'NOT_SUITABLE',
        'SPECIAL_RISK_WARNING',
        'RISK_POINTS',
        'CONFIRMATION',
      ]);
      world.clock.advance(DAY_MS - 60_000);
      expect((await page(c3, r5.productId)).purchase).toBe('COOLING');
      world.clock.advance(60_000);
      expect(ProductPage.parse((await clear(c5, r5.productId)).body).purchase).toBe('CLEARED');
      expect(ProductPage.parse((await clear(c3, r5.productId)).body).purchase).toBe('CLEARED');
      const calls = await world.rows(
        "SELECT member_no AS memberNo FROM follow_up_calls WHERE order_key LIKE 'high-risk:%' AND reason = 'SUITABILITY' ORDER BY member_no",
      );
      expect(calls).toEqual([{ memberNo: c5.memberNo }, { memberNo: c3.memberNo }]);
      // A new assessment lowers the level: what was let is let no more.
      await assess(c5, 'C4');
      expect((await get(c5, `/v1/products/${r5.productId}`)).status).toBe(404);
    });

    it('I-03 REQ-SUIT-15 one file proves what was decided of a member and a product: it decides everything again, and a flipped byte fails', async () => {
      const c3 = await invest('proof-c3', 'C3');
      await hire('proof');
      const { productId, code } = await sell({ level: 'R5' });
      await ask(c3, code);
      await readAll(c3, productId);
      world.clock.advance(DAY_MS);
      await clear(c3, productId);
      await hire('proof-next-day');
      const path = `/v1/console/members/${c3.memberId}/suitability-evidence`;
      const day = formatDay(today());
      const take = (who: Person, more: object = {}): Promise<Reply> =>
        who.call('POST', path, { productCode: code, day, ...more });
      const [refused, absent] = [await take(operator), await take(compliance, { productCode: 'SP-9999' })];
      expect([refused.status, absent.body.code]).toEqual([403, 'suitability.product_unknown']);
      const taken = EvidenceTaken.parse((await take(compliance)).body);
      expect(taken).toMatchObject({ notices: 5, askings: 1, isCutShort: false });
      const { breaks, file } = verifyEvidence(taken.text);
      expect(breaks).toEqual([]);
      expect(file).toMatchObject({ memberId: c3.memberId, product: { code, levels: [{ level: 'R5' }] } });
      expect(file?.decisions.at(-1)).toMatchObject({
        door: 'PURCHASE',
        record: { match: { isHighRisk: true } },
      });
      const [row] = await world.rows(
        "SELECT inputs FROM audit_rows WHERE action = 'suitability.take_evidence' AND subject_id = ?",
        [c3.memberId],
      );
      expect(JSON.parse(row.inputs)).toMatchObject({ productId, day, sha256: taken.sha256 });
      // Up to a day: what came later is not in it.
      const before = EvidenceTaken.parse(
        (await take(compliance, { day: formatDay(addDays(today(), -2)) })).body,
      );
      expect([before.decisions, before.notices, verifyEvidence(before.text).breaks]).toEqual([0, 0, []]);

      // Whatever byte is flipped, it is seen.
      const bytes = Buffer.from(taken.text);
      for (let at = 0; at < bytes.length - 1; at += Math.ceil(bytes.length / 60)) {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ 1;
        expect(verifyEvidence(flipped.toString('utf8')).breaks).not.toEqual([]);
      }
      // Whoever computes every hash anew still cannot make an honest decision out of another one, nor leave a row out.
      const forge = (change: (made: EvidenceFile) => void): readonly string[] => {
        const made = EvidenceFile.parse(JSON.parse(taken.text));
        change(made);
        for (const decision of made.decisions) decision.sha256 = decisionSha256(decision);
        for (const notice of made.notices) notice.sha256 = noticeSha256(notice);
        made.sha256 = evidenceSha256(made);
        return verifyEvidence(canonicalJson(made)).breaks;
      };
      expect(forge(() => undefined)).toEqual([]);
      const bought = (made: EvidenceFile) => made.decisions.at(-1)!;
      expect(forge((made) => (bought(made).record.question.investor.level = 'C2'))).not.toEqual([]);
      expect(forge((made) => (bought(made).record.match = { verdict: 'SUITABLE' }))[0]).toContain(
        'otherwise',
      );
      expect(forge((made) => made.notices.shift()).join()).toContain(
        'notice MORE_INFORMATION is not in the file',
      );
      expect(forge((made) => made.askings.shift()).join()).toContain('the asking is not in the file');
      expect(forge((made) => (made.notices[0]!.text = '买吧'))[0]).toContain('differs from its hash');
      expect(forge((made) => (bought(made).record.ruleVersion = 2))[0]).toContain('this program has rule 1');
    }, 60_000);

    it('I-03 a clearance to buy ends no later than what it rests on', async () => {
      const member = await join('ends-soon');
      await assess(member, 'C3', 2);
      await hire('last-day');
      const { productId } = await sell({ level: 'R3' });
      expect(ProductPage.parse((await clear(member, productId)).body).clearedUntil).toBe(
        new Date(startOfDay(addDays(today(), 2))).toISOString(),
      );
      world.clock.advance(2 * DAY_MS);
      expect(await list(member)).toMatchObject({ products: [], reasons: ['ASSESSMENT_EXPIRED'] });
    });

    it('I-02 REQ-SUIT-8 a product of another risk level: whom it was pushed to and who may buy it are told once, and nobody else is', async () => {
      await hire('another-level');
      const { productId } = await sell({ level: 'R2' });
      const [pushed, refused, buyer, stranger] = [
        await invest('level-pushed', 'C4'),
        await invest('level-refused', 'C1'),
        await invest('level-buyer', 'C4'),
        await invest('level-stranger', 'C4'),
      ];
      await push([pushed.memberNo, refused.memberNo], [productId]);
      expect((await clear(buyer, productId)).status).toBe(200);
      // Seen on the shelf only.
      expect(await namesShown(stranger)).not.toEqual([]);
      const sellAnew = async (change: Partial<ProductDraft>): Promise<void> => {
        const end = { reason: '重新评级', isForGood: false };
        const ended = ProductDetail.parse(
          (await operator.call('POST', `${DESK}/${productId}/end-of-sale`, end)).body,
        );
        const draft = { ...ended.draft, ...change };
        await operator.call('PUT', `${DESK}/${productId}`, { draft, seenSha256: ended.sha256 });
        await operator.call('POST', `${DESK}/${productId}/submission`);
        await decide(productId);
        await world.app.get(Jobs, { strict: false }).idle();
      };
      const told = () =>
        world.rows(
          "SELECT member_no AS memberNo, said FROM notices WHERE kind = 'PRODUCT_LEVEL' ORDER BY member_no",
        );
      await sellAnew({ horizonMonths: 6 });
      expect(await told()).toEqual([]);
      await sellAnew({ level: 'R3' });
      const rows = await told();
      expect(rows.map(({ memberNo }) => memberNo)).toEqual([pushed.memberNo, buyer.memberNo]);
      expect(rows[0].said).toContain('产品风险等级由R2调为R3');
      await world.app.get(Jobs, { strict: false }).idle();
      expect(await told()).toHaveLength(2);
    });
  });
});
