import type { ImportRow, ImportRows } from '@siyu/shared/contracts/imports';
import { handIn, type StaffClient, type Whole } from '../harness/index.ts';

const november = Array.from({ length: 20 }, (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}`);
const TRANSACTIONS =
  'source_id,kind,core_customer_id,occurred_at,ref_source_id,product_code,target_product_code,plan_id,amount,benefit_source,currency';
const transaction = (at: number, amount: string): string =>
  `T20261124-${String(at).padStart(4, '0')},purchase,C-9000${at},2026-11-24T10:0${at % 10}:00+08:00,,161725,,,${amount},,CNY`;

const closes = {
  name: '沪深300收盘-2026-11.csv',
  text: ['date,index_code,close', ...november.map((day, at) => `${day},000300,${4_500 + at}.12`)].join('\n'),
};
const transactions = {
  name: '核心系统交易-2026-11-24.csv',
  text: [
    TRANSACTIONS,
    ...Array.from({ length: 18 }, (_, at) => transaction(at, '10000.00')),
    transaction(18, '一万元'),
    transaction(19, '12.345'),
    'T20261124-0020,purchase,C-90020',
  ].join('\n'),
};
const assessments = {
  name: '风险测评-2026-11-24.csv',
  text: [
    'source_id,kind,core_customer_id,occurred_at,ref_source_id,valid_until',
    ...Array.from(
      { length: 6 },
      (_, at) => `R20261124-${at},risk_assessed,C-9000${at},2026-11-24T09:3${at}:00+08:00,,2027-11-24`,
    ),
  ].join('\n'),
};
/** More days than the exchanges close in a few years: judged as a whole, so given up as a whole. */
const tooManyHolidays = {
  name: '休市日-2020至2031.csv',
  text: ['version,date,name', ...Array.from({ length: 401 }, () => '2031,2031-01-01,元旦')].join('\n'),
};

export interface HandedIn {
  readonly withRejects: string;
  readonly failed: string;
}

/** Files as an operator hands them in: some good, one twice, one with bad lines, one that does not fit. */
export async function handInFiles(whole: Whole, operator: StaffClient): Promise<HandedIn> {
  await handIn(whole, operator, 'index_closes', closes);
  await handIn(whole, operator, 'service_events', assessments);
  const failed = await handIn(whole, operator, 'exchange_holidays', tooManyHolidays);
  const withRejects = await handIn(whole, operator, 'transactions', transactions);
  await handIn(whole, operator, 'index_closes', closes);
  return { withRejects: withRejects.importId, failed: failed.importId };
}

/** An import in the middle of its way, which no picture would meet at the same place twice. */
export const RUNNING: ImportRow = {
  importId: '0193b3a0-6a01-7c3e-9d50-2f1b8a6e4c77',
  kind: 'transactions',
  fileName: '核心系统交易-2025全年.csv',
  state: 'RUNNING',
  isCancelWanted: false,
  requestedByName: '唐晓芸',
  requestedAt: '2026-11-25T01:30:00.000Z',
  startedAt: '2026-11-25T01:30:02.000Z',
  finishedAt: null,
  bytesDone: 64_513_000,
  bytesTotal: 142_300_000,
  linesDone: 483_501,
  recorded: 480_212,
  waiting: 1_204,
  duplicates: 3_104,
  rejected: 184,
  reasons: [
    { code: 'transactions.value_invalid', count: 171 },
    { code: 'transactions.rate_missing', count: 13 },
  ],
  hasRejects: false,
  failureCode: null,
};
const QUEUED: ImportRow = {
  ...RUNNING,
  importId: '0193b3a0-6a02-7c3e-9d50-2f1b8a6e4c77',
  kind: 'service_events',
  fileName: '测评与咨询-2025全年.csv',
  state: 'QUEUED',
  requestedAt: '2026-11-25T01:31:00.000Z',
  startedAt: null,
  bytesDone: 74,
  bytesTotal: 8_120_000,
  linesDone: 1,
  recorded: 0,
  waiting: 0,
  duplicates: 0,
  rejected: 0,
  reasons: [],
};
export const UNDERWAY: ImportRows = { rows: [QUEUED, RUNNING], total: 2, nextCursor: null };
