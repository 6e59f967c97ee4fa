import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportRow, ImportRows } from '@siyu/shared/contracts/imports';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import { describeOnEngines, TEST_NOW } from '../../testing/index.ts';
import { CORE_TOKEN } from '../testing/index.ts';
import { type ImportWorld, openImports, TRANSACTION_HEADER } from '../testing/import-desk.ts';
import { IndexCloses, Transactions } from './index.ts';

const today = dayOfInstant(TEST_NOW);
const asOf = addDays(today, 1);
const fixture = (name: string) =>
  readFile(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url)), 'utf8');

describe('files of the core system', () => {
  describeOnEngines((engine) => {
    let world: ImportWorld;
    let transactions: Transactions;
    beforeAll(async () => {
      world = await openImports(engine);
      transactions = world.app.get(Transactions, { strict: false });
    }, 60_000);
    afterAll(() => world.close());

    const told = (...lines: string[]) => `${TRANSACTION_HEADER}\n${lines.join('\n')}\n`;
    const send = (rows: readonly object[], token = CORE_TOKEN) =>
      world.call('POST', '/v1/core/transactions', { token, body: { transactions: rows } });
    const purchasesOf = async (memberNo: number) =>
      (await transactions.listPurchases([memberNo])).get(memberNo) ?? [];
    const auditOf = async (importId: string) =>
      (
        await world.rows('SELECT action FROM audit_rows WHERE subject_id = ? ORDER BY recorded_at, row_id', [
          importId,
        ])
      ).map(({ action }) => action);

    it('C-02 takes every kind in, keeps what a customer has before the link, and counts it from the link on', async () => {
      const row = await world.take('transactions', await fixture('ok/every-kind.csv'));
      expect(row).toMatchObject({
        state: 'DONE',
        recorded: 15,
        waiting: 15,
        duplicates: 0,
        rejected: 0,
        linesDone: 16,
        fileName: 'core.csv',
        requestedByName: '测试',
        hasRejects: false,
        failureCode: null,
      });
      expect(row.bytesDone).toBe(row.bytesTotal);
      const memberNo = await world.linkMember('every-kind', 'OK-1');
      const day = (text: string) => dayOfInstant(Date.parse(text));
      expect(await purchasesOf(memberNo)).toEqual([
        { factId: 'P-1', on: day('2026-11-01T10:00:00+08:00'), amountFen: 4_999_000, benefitFen: 12_050 },
        { factId: 'S-1', on: day('2026-11-11T10:00:00+08:00'), amountFen: 0, benefitFen: 0 },
        { factId: 'D-1', on: day('2026-11-12T10:00:00+08:00'), amountFen: 50_000, benefitFen: 0 },
        { factId: 'D-2', on: day('2026-11-19T10:00:00+08:00'), amountFen: 50_000, benefitFen: 0 },
        {
          factId: 'B-2',
          on: day('2026-11-20T18:00:00+08:00'),
          amountFen: 0,
          benefitFen: -300,
          isMoneyOnly: true,
        },
        { factId: 'U-1', on: day('2026-11-21T02:00:00Z'), amountFen: 70_845, benefitFen: 0 },
      ]);
      const holdings = await transactions.listHoldings([memberNo], asOf);
      expect([...(holdings.get(memberNo) ?? [])].sort()).toEqual([
        ['FUND-A', 2_012_345],
        ['FUND-D', 100_100],
      ]);
      const inflows = await transactions.netInflows([memberNo], addDays(today, -30), asOf);
      expect(inflows.get(memberNo)).toBe(4_999_000 + 100_000 + 70_845 - 1_000_000);
      const [foreign] = await world.rows(
        "SELECT currency, foreign_hundredths AS hundredths, mid_rate AS rate, amount_fen AS fen FROM transaction_facts WHERE source_id = 'U-1'",
      );
      expect({ ...foreign, hundredths: Number(foreign.hundredths), fen: Number(foreign.fen) }).toEqual({
        currency: 'USD',
        hundredths: 10_000,
        rate: '7.0845',
        fen: 70_845,
      });
    });

    it('C-02 fault 27 the same file twice has one effect', async () => {
      const before = await world.rows('SELECT COUNT(*) AS count, MAX(seq) AS seq FROM transaction_facts');
      const clocks = await world.rows('SELECT member_no, seq FROM member_clocks');
      const row = await world.take('transactions', await fixture('ok/every-kind.csv'));
      expect(row).toMatchObject({ state: 'DONE', recorded: 0, duplicates: 15, rejected: 0 });
      expect(await world.rows('SELECT COUNT(*) AS count, MAX(seq) AS seq FROM transaction_facts')).toEqual(
        before,
      );
      expect(await world.rows('SELECT member_no, seq FROM member_clocks')).toEqual(clocks);
    });

    it('C-02 fault 27 of a file broken in the middle the good lines go in once, the bad ones come back with line and reason', async () => {
      const text = await fixture('not-ok/broken-in-the-middle.csv');
      const row = await world.take('transactions', text);
      expect(row).toMatchObject({
        state: 'DONE',
        recorded: 2,
        duplicates: 1,
        rejected: 15,
        hasRejects: true,
      });
      const lines = text.split('\n');
      const reasons = (await world.rejects(row.importId)).map((reject) => {
        const [line = '', reason = ''] = reject.split(',');
        const quoted = lines[Number(line) - 1] ?? '';
        expect(reject).toBe(
          `${line},${reason},${/[",]/.test(quoted) ? `"${quoted.replaceAll('"', '""')}"` : quoted}`,
        );
        return `${line} ${reason}`;
      });
      expect(reasons).toEqual([
        '3 这一行有 9 列，表头有 11 列。',
        '4 「kind」一栏的内容读不懂，请对照格式检查。',
        '5 「occurred_at」一栏的内容读不懂，请对照格式检查。',
        '6 「occurred_at」一栏的内容读不懂，请对照格式检查。',
        '7 「amount」一栏的内容读不懂，请对照格式检查。',
        '8 「amount」一栏的内容读不懂，请对照格式检查。',
        '10 外币金额需要当日中间价（mid_rate），没有它不能折算成人民币。',
        '11 「ref_source_id」一栏是空的，这一类记录需要它。',
        '12 「ref_source_id」一栏应当留空，这一类记录用不到它。',
        '13 发生时间不在合理范围内，请检查年份和时区。',
        '14 「benefit_source」一栏的内容读不懂，请对照格式检查。',
        '15 「amount」一栏的内容读不懂，请对照格式检查。',
        '16 这一行的引号不成对。',
        '17 「source_id」一栏的内容读不懂，请对照格式检查。',
        '20 同一流水号已有内容不同的记录，请核实。',
      ]);
      expect(row.reasons[0]).toEqual({ code: 'transactions.value_invalid', count: 8 });
      expect(row.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(15);
      expect(await world.rows('SELECT * FROM import_rejects')).toEqual([]);
      const again = await world.take('transactions', text);
      expect(again).toMatchObject({ recorded: 0, duplicates: 3, rejected: 15 });
    });

    it('C-02 each act on an import stands in the audit, and fetching the rejects too', async () => {
      const row = await world.take('transactions', told('bad line'));
      await world.rejects(row.importId);
      expect(await auditOf(row.importId)).toEqual(['imports.upload', 'imports.end', 'imports.read_rejects']);
      const listed = ImportRows.parse(
        await (await world.asStaff('GET', '/v1/console/imports?limit=1')).json(),
      );
      expect(listed.rows[0]?.importId).toBe(row.importId);
      expect(listed.total).toBeGreaterThan(3);
      expect(listed.nextCursor).not.toBeNull();
      const none = await world.asStaff('GET', '/v1/console/imports?kind=index_closes');
      expect(ImportRows.parse(await none.json()).rows).toEqual([]);
    });

    it('C-02 a file that cannot be of its kind is refused at once, with the columns it lacks or should not have', async () => {
      const codeOf = async (kind: string, text: string | Uint8Array) => {
        const answer = await world.upload(kind, text);
        const body = (await answer.json()) as { code: string; title: string };
        return [answer.status, body.code, body.title];
      };
      const [short] = TRANSACTION_HEADER.split(',benefit_source');
      expect(await codeOf('transactions', `${short}\n`)).toEqual([
        400,
        'imports.header_missing',
        '表头缺少这些列：benefit_source、currency。请补上后重新上传。',
      ]);
      expect(await codeOf('transactions', `${TRANSACTION_HEADER},note\n`)).toEqual([
        400,
        'imports.header_unexpected',
        '表头里有不认识的列：note。请删去或改名后重新上传。',
      ]);
      expect((await codeOf('transactions', `${TRANSACTION_HEADER},kind\n`))[1]).toBe(
        'imports.header_unreadable',
      );
      expect((await codeOf('transactions', Buffer.from('PK\u0003\u0004zip')))[0]).not.toBe(201);
      expect((await codeOf('transactions', ''))[1]).toBe('files.empty');
      expect((await codeOf('gifts', told()))[0]).toBe(400);
      const bare = await world.asStaff('POST', '/v1/console/imports/transactions/files');
      expect(((await bare.json()) as { code: string }).code).toBe('imports.file_missing');
    });

    it('C-02 the order of columns is free, CRLF and a byte-order mark do no harm, and mid_rate may be left out', async () => {
      const columns = TRANSACTION_HEADER.split(',').reverse();
      const cells: Record<string, string> = {
        source_id: 'Z-1',
        kind: 'redemption',
        core_customer_id: 'Z',
        occurred_at: '2026-11-01T10:00:00+08:00',
        product_code: 'FUND-A',
        amount: '1',
      };
      const line = columns.map((name) => cells[name] ?? '').join(' , ');
      const row = await world.take('transactions', `\uFEFF${columns.join(',')}\r\n${line}\r\n\r\n`);
      expect(row).toMatchObject({ recorded: 1, rejected: 0 });
    });

    it('C-02 a batch by API gets a verdict per row, and a refund that comes before its purchase leads to the same', async () => {
      const memberNo = await world.linkMember('by-api', 'API-1');
      const seq = async () => (await world.identity.seqOf([memberNo])).get(memberNo) ?? 0;
      const before = await seq();
      const base = { coreCustomerId: 'API-1', occurredAt: '2026-11-10T10:00:00+08:00' };
      const refund = { ...base, sourceId: 'A-R', kind: 'refund', refSourceId: 'A-P' };
      const kept = {
        ...base,
        sourceId: 'A-K',
        kind: 'plan_deduction',
        productCode: 'F',
        planId: 'PL',
        amountFen: 500,
      };
      const answer = await send([
        refund,
        kept,
        kept,
        { ...kept, amountFen: 501 },
        { ...base, sourceId: 'A-X', kind: 'switch' },
      ]);
      expect(answer.body.verdicts).toEqual([
        { sourceId: 'A-R', verdict: 'recorded', code: null, field: null, isWaiting: false },
        { sourceId: 'A-K', verdict: 'recorded', code: null, field: null, isWaiting: false },
        { sourceId: 'A-K', verdict: 'duplicate', code: null, field: null, isWaiting: false },
        {
          sourceId: 'A-K',
          verdict: 'refused',
          code: 'transactions.source_differs',
          field: 'sourceId',
          isWaiting: false,
        },
        {
          sourceId: 'A-X',
          verdict: 'refused',
          code: 'transactions.field_missing',
          field: 'productCode',
          isWaiting: false,
        },
      ]);
      expect(await seq()).toBe(before + 1);
      const bought = { ...base, sourceId: 'A-P', kind: 'purchase', productCode: 'F', amountFen: 900 };
      await send([
        { ...base, sourceId: 'A-C', kind: 'confirmation', refSourceId: 'A-P', amountFen: 900 },
        bought,
      ]);
      expect((await purchasesOf(memberNo)).map(({ factId }) => factId)).toEqual(['A-K']);
      expect(await seq()).toBe(before + 2);
      expect((await send([kept], `${CORE_TOKEN}x`)).status).toBe(401);
      expect((await send([{ ...kept, kind: 'gift' }])).status).toBe(400);
    });

    it('C-02 a replay sees of a customer who linked late nothing before the link', async () => {
      await send([
        {
          sourceId: 'L-1',
          kind: 'plan_deduction',
          coreCustomerId: 'LATE',
          occurredAt: '2026-11-01T10:00:00+08:00',
          productCode: 'F',
          planId: 'PL',
          amountFen: 700,
        },
      ]);
      const memberNo = await world.linkMember('late', 'LATE');
      const linked = (await world.identity.seqOf([memberNo])).get(memberNo) ?? 0;
      await send([
        {
          sourceId: 'L-2',
          kind: 'refund',
          coreCustomerId: 'LATE',
          occurredAt: '2026-11-02T10:00:00+08:00',
          refSourceId: 'L-1',
        },
      ]);
      const countAt = async (seq: number | null) =>
        (await transactions.listPurchases([memberNo], seq)).get(memberNo)?.length;
      expect([await countAt(linked - 1), await countAt(linked), await countAt(linked + 1)]).toEqual([
        0, 1, 0,
      ]);
      expect(await countAt(null)).toBe(0);
    });

    it('C-02 closes of indexes come by file and by API, one per index and day', async () => {
      const file =
        'date,index_code,close\n2026-11-20,000300,4123.5678\n2026-11-23,000300,4100\n2026-11-23,000300,0\n2026-11-31,000300,1\n';
      expect(await world.take('index_closes', file)).toMatchObject({ recorded: 2, rejected: 2 });
      expect(await world.take('index_closes', file)).toMatchObject({ recorded: 0, duplicates: 2 });
      const answer = await world.call('POST', '/v1/core/index-closes', {
        token: CORE_TOKEN,
        body: {
          closes: [
            { date: '2026-11-23', indexCode: '000300', close: '4100.0000' },
            { date: '2026-11-23', indexCode: '000300', close: '4101' },
            { date: '2026-11-24', indexCode: '000300', close: '1e3' },
            { date: '2026-11-24', indexCode: '000300', close: '4090.5' },
          ],
        },
      });
      expect(answer.body.verdicts.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
        'duplicate',
        'refused',
        'refused',
        'recorded',
      ]);
      const closes = await world.app
        .get(IndexCloses, { strict: false })
        .list('000300', addDays(today, -10), asOf);
      expect(closes.map(({ closeTenThousandths }) => closeTenThousandths)).toEqual([
        41_235_678, 41_000_000, 40_905_000,
      ]);
    });

    it('C-02 an import can be cancelled while it waits or runs, and not after its end', async () => {
      const many = Array.from(
        { length: 20_000 },
        (_, at) => `Q-${at},plan_deduction,CANCEL,2026-11-01T10:00:00+08:00,,FUND-D,,PLAN-1,500,,`,
      );
      const uploaded = ImportRow.parse(await (await world.upload('transactions', told(...many))).json());
      const path = `/v1/console/imports/${uploaded.importId}`;
      const answer = await world.asStaff('POST', `${path}/cancellation`);
      expect([answer.status, ImportRow.parse(await answer.json()).isCancelWanted]).toEqual([200, true]);
      const row = await world.ended(uploaded.importId);
      expect(row.state).toBe('CANCELLED');
      expect(row.recorded).toBeLessThan(20_000);
      expect((await world.asStaff('POST', `${path}/cancellation`)).status).toBe(409);
      expect((await world.asStaff('GET', `${path}/rejects`)).status).toBe(404);
      expect(await auditOf(uploaded.importId)).toEqual(['imports.upload', 'imports.cancel', 'imports.end']);
      const [{ count }] = await world.rows(
        "SELECT COUNT(*) AS count FROM transaction_facts WHERE source_id LIKE 'Q-%'",
      );
      expect(Number(count)).toBe(row.recorded);
    }, 60_000);
  });
});
