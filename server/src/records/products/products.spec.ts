import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProductDetail, type ProductDraft, ProductRows } from '@siyu/shared/contracts/products';
import { decideMatch, NOTHING_ASKED, type Door, type Match } from '@siyu/shared/suitability';
import { addDays, dayOfInstant, formatDay } from '@siyu/shared/time';
import { ReviewsModule } from '../../foundation/reviews/index.ts';
import { describeOnEngines } from '../../testing/index.ts';
import type { Reply } from '../testing/index.ts';
import { type ImportWorld, openImports } from '../testing/import-desk.ts';
import { hirePerson, type Person } from '../testing/staff-people.ts';
import { ProductShelf, ProductsModule } from './index.ts';

const DESK = '/v1/console/products';
const DAY_MS = 86_400_000;
const HEADER = 'code,name,type,risk_level,level_valid_until,horizon_months,is_private';

describeOnEngines((engine) => {
  describe('the register of products', () => {
    let world: ImportWorld;
    let operator: Person;
    let compliance: Person;
    let both: Person;
    beforeAll(async () => {
      world = await openImports(engine, undefined, [ReviewsModule, ProductsModule]);
      await hire('monday');
    }, 60_000);
    afterAll(() => world.close());

    /** Sessions of the desk end after half a day. */
    const hire = async (day: string): Promise<void> => {
      operator = await hirePerson(world, `operator-${day}`, ['operator']);
      compliance = await hirePerson(world, `compliance-${day}`, ['compliance']);
      both = await hirePerson(world, `both-${day}`, ['operator', 'compliance']);
    };

    const inDays = (days: number): string => formatDay(addDays(dayOfInstant(world.clock.now()), days));
    const draftOf = (more: Partial<ProductDraft> = {}): ProductDraft => ({
      code: '000001',
      name: '稳健债券一号',
      type: 'FUND_BOND',
      level: 'R2',
      levelValidUntil: inDays(365),
      horizonMonths: 12,
      isPrivate: false,
      ...more,
    });
    const create = async (more: Partial<ProductDraft> = {}): Promise<ProductDetail> =>
      ProductDetail.parse((await operator.call('POST', DESK, draftOf(more))).body);
    const get = async (productId: string): Promise<ProductDetail> =>
      ProductDetail.parse((await compliance.call('GET', `${DESK}/${productId}`)).body);
    const list = async (query: string): Promise<ProductRows> =>
      ProductRows.parse((await compliance.call('GET', `${DESK}?${query}`)).body);
    const save = async (
      productId: string,
      more: Partial<ProductDraft>,
      who = operator,
      seen?: string,
    ): Promise<Reply> => {
      const { sha256, draft } = await get(productId);
      const body = { draft: { ...draft, ...more }, seenSha256: seen ?? sha256 };
      return who.call('PUT', `${DESK}/${productId}`, body);
    };
    const submit = (productId: string): Promise<Reply> =>
      operator.call('POST', `${DESK}/${productId}/submission`);
    const decide = async (who: Person, productId: string, isApproved = true): Promise<Reply> => {
      const { rows } = (await who.call('GET', '/v1/console/reviews?state=OPEN')).body;
      const review = rows.find(({ subjectId }: { subjectId: string }) => subjectId === productId);
      const decision = { isApproved, comment: '看过', subjectSha256: review.subjectSha256 };
      return who.call('POST', `/v1/console/reviews/${review.reviewId}/decision`, decision);
    };
    const end = (productId: string, isForGood: boolean, who = compliance): Promise<Reply> =>
      who.call('POST', `${DESK}/${productId}/end-of-sale`, { reason: '等待重新评级', isForGood });
    const codeOf = async (answer: Promise<Reply>) => (await answer).body.code;
    const audited = async (action: string): Promise<number> =>
      (await world.rows('SELECT 1 FROM audit_rows WHERE action = ?', [action])).length;
    /** Whether a professional, whom no level keeps from anything, is shown it: what is left are reasons of the product. */
    const shown = async (productId: string, door: Door = 'DISPLAY'): Promise<Match> => {
      const product = (await world.app.get(ProductShelf).byIds([productId])).get(productId)?.matched;
      if (product === undefined) throw new Error('it is not in the register');
      const at = world.clock.now();
      const known = { hasChanged: false, hasRefusedInformation: false, isCallBackDue: false, goals: null };
      const investor = { ...known, level: null, validUntil: null, isQualifiedForPrivate: false } as const;
      return decideMatch({
        door,
        at,
        product,
        investor: { ...investor, kind: 'PROFESSIONAL' },
        asking: NOTHING_ASKED,
      });
    };
    const open = { verdict: 'SUITABLE' };
    const closed = (...reasons: string[]) => ({ verdict: 'UNSUITABLE', reasons });

    it('I-02 REQ-SUIT-9 is on sale only once a second person has agreed to its level, which is kept for ever', async () => {
      const body = draftOf({ level: null, levelValidUntil: null });
      const key = randomUUID();
      const made = await world.call('POST', DESK, { cookie: operator.cookie, key, body });
      const again = await world.call('POST', DESK, { cookie: operator.cookie, key, body });
      const { productId, sha256 } = ProductDetail.parse(made.body);
      expect([made.status, again.body.productId]).toEqual([201, productId]);
      expect(await codeOf(operator.call('POST', DESK, draftOf()))).toBe('products.code_taken');
      expect(await shown(productId)).toEqual(closed('PRODUCT_UNRATED', 'PRODUCT_NOT_ON_SALE'));
      expect(await codeOf(submit(productId))).toBe('products.not_rated');
      await save(productId, { level: 'R2', levelValidUntil: inDays(0) });
      expect(await codeOf(submit(productId))).toBe('products.level_expired');
      expect(await codeOf(save(productId, { name: '别人写的' }, both, sha256))).toBe('products.changed');
      await save(productId, { levelValidUntil: inDays(30) }, both);
      expect((await submit(productId)).body.state).toBe('IN_REVIEW');
      expect(await codeOf(submit(productId))).toBe('products.not_a_draft');
      expect(await shown(productId)).toEqual(closed('PRODUCT_NOT_ON_SALE'));
      // Whoever wrote a part of it decides nothing, not even with another role; what is changed meanwhile neither.
      expect(await codeOf(decide(both, productId))).toBe('products.editor_may_not_review');
      expect((await save(productId, { name: '稳健债券' })).body.state).toBe('DRAFT');
      await submit(productId);
      expect((await decide(compliance, productId, false)).status).toBe(200);
      expect((await get(productId)).state).toBe('DRAFT');
      await submit(productId);
      expect((await decide(compliance, productId)).status).toBe(200);
      expect(await shown(productId)).toEqual(open);
      expect(await get(productId)).toMatchObject({
        state: 'ON_SALE',
        version: 3,
        levels: [{ version: 3, level: 'R2', validUntil: inDays(30), deciderName: '李岚' }],
      });
      expect(await codeOf(save(productId, { level: 'R1' }))).toBe('products.on_sale');
      expect(await audited('products.put_on_sale')).toBe(1);
    });

    it('I-02 REQ-SUIT-12 a private fund is private whatever was ticked, and of an unknown product there is nothing', async () => {
      const { productId, draft } = await create({ code: 'P-1', type: 'PRIVATE_FUND' });
      expect(draft.isPrivate).toBe(true);
      await submit(productId);
      await decide(compliance, productId);
      expect(await shown(productId)).toEqual(closed('PRIVATE_PRODUCT'));
      expect((await world.app.get(ProductShelf).byIds([operator.staffId])).size).toBe(0);
      expect(await codeOf(compliance.call('GET', `${DESK}/${operator.staffId}`))).toBe('products.not_found');
    });

    it('I-02 a file is taken in line by line: what is whole goes to a second person, a fault says where, twice has one effect', async () => {
      const until = inDays(200);
      const lines = [
        `A0001,甲债券基金,债券基金,R2,${until},12,`,
        `A0002,乙货币基金,FUND_MONEY,R1,${until},0,否`,
        `A0003,丙私募基金,私募基金,R5,${until},36,是`,
        'A0004,丁混合基金,混合基金,,,,',
        `A0005,戊指数基金,指数基金,R3,${inDays(0)},12,`,
        `A0001,甲债券基金,债券基金,R3,${until},12,`,
        `,无代码,债券基金,R2,${until},12,`,
        `有空 格,坏代码,债券基金,R2,${until},12,`,
        `A0006,,债券基金,R2,${until},12,`,
        `A0007,己基金,,R2,${until},12,`,
        `A0008,庚基金,彩票,R2,${until},12,`,
        `A0009,辛基金,债券基金,R6,${until},12,`,
        'A0010,壬基金,债券基金,R2,2026-02-30,12,',
        `A0011,癸基金,债券基金,R2,${until},1.5,`,
        `A0012,子基金,债券基金,R2,${until},601,`,
        `A0013,丑基金,债券基金,R2,${until},12,也许`,
        '000001,别的名字,债券基金,,,,',
      ];
      const row = await world.take('products', [HEADER, ...lines].join('\n'));
      expect(row).toMatchObject({ state: 'DONE', recorded: 5, duplicates: 0, rejected: 12 });
      const reasons = (await world.rejects(row.importId)).map((line) =>
        line.split(',').slice(0, 2).join(' '),
      );
      expect(reasons).toEqual([
        expect.stringMatching(/^7 这个代码已经登记过/),
        '8 「code」一栏不能空着。',
        ...['9 「code」', '10 「name」', '11 「type」'].map((beginning) =>
          expect.stringContaining(beginning),
        ),
        ...['12 「type」', '13 「risk_level」', '14 「level_valid_until」', '15 「horizon_months」'].map(
          (each) => expect.stringContaining(each),
        ),
        ...['16 「horizon_months」', '17 「is_private」'].map((each) => expect.stringContaining(each)),
        expect.stringMatching(/^18 这个代码已经登记过/),
      ]);
      const again = await world.take('products', [HEADER, ...lines.slice(0, 5)].join('\n'));
      expect(again).toMatchObject({ recorded: 0, duplicates: 5, rejected: 0 });
      expect((await list('state=IN_REVIEW')).rows.map(({ draft }) => draft.code).sort()).toEqual([
        'A0001',
        'A0002',
        'A0003',
      ]);
      expect((await list('state=DRAFT')).rows.map(({ draft }) => draft.code).sort()).toEqual([
        'A0004',
        'A0005',
      ]);
      const [first] = (await list('code=A0002')).rows;
      await decide(compliance, first?.productId ?? '');
      expect(await shown(first?.productId ?? '')).toEqual(open);
      expect(await audited('products.import')).toBe(5);
    });

    it('I-02 the list turns its pages without losing a product', async () => {
      const { total } = await list('limit=1');
      const met: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: ProductRows = await list(`limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
        met.push(...page.rows.map(({ productId }) => productId));
        cursor = page.nextCursor;
      }
      expect([met.length, new Set(met).size]).toEqual([total, total]);
      expect((await list('code=none')).total).toBe(0);
    });

    it('I-02 REQ-SUIT-9 a level that has run out, a suspension and the end close it at once; a new level is a second entry', async () => {
      const { productId } = await create({ code: '000002', levelValidUntil: inDays(2) });
      await submit(productId);
      await decide(compliance, productId);
      expect(await shown(productId)).toEqual(open);
      world.clock.advance(DAY_MS);
      expect(await shown(productId)).toEqual(open);
      world.clock.advance(DAY_MS);
      expect(await shown(productId)).toEqual(closed('PRODUCT_LEVEL_EXPIRED'));
      await hire('wednesday');
      expect((await list('code=000002')).rows).toMatchObject([{ state: 'ON_SALE', isLevelExpired: true }]);
      expect((await end(productId, false)).body).toMatchObject({
        state: 'SUSPENDED',
        endReason: '等待重新评级',
      });
      expect(await shown(productId)).toEqual(closed('PRODUCT_LEVEL_EXPIRED', 'PRODUCT_NOT_ON_SALE'));
      expect(await codeOf(end(productId, false))).toBe('products.not_on_sale');
      await save(productId, { level: 'R4', levelValidUntil: inDays(365) });
      await submit(productId);
      await decide(compliance, productId);
      expect(await shown(productId)).toEqual(open);
      const { levels, endReason } = await get(productId);
      expect(levels.map(({ version, level }) => [version, level])).toEqual([
        [2, 'R4'],
        [1, 'R2'],
      ]);
      expect(endReason).toBeNull();
      expect((await end(productId, true, operator)).body.state).toBe('RETIRED');
      expect(await shown(productId)).toEqual(closed('PRODUCT_NOT_ON_SALE'));
      expect(await codeOf(save(productId, { name: '又来了' }))).toBe('products.retired');
      expect(await codeOf(submit(productId))).toBe('products.not_a_draft');
      expect(await codeOf(end(productId, true))).toBe('products.not_on_sale');
      expect(await audited('products.end_sale')).toBe(2);
    });
  });
});
