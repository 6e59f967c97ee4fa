import { Injectable } from '@nestjs/common';
import type {
  IndexCloseVerdicts,
  RecordIndexCloses,
  RecordTransactions,
  TransactionVerdicts,
} from '@siyu/shared/contracts/transactions';
import { parseDay } from '@siyu/shared/time';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { repeatOnDuplicate } from '../../platform/imports/index.ts';
import { checkTransaction, type Fault, type ToldTransaction } from './check-transaction.ts';
import { type Close, IndexCloses } from './index-closes.service.ts';
import { readClose } from './read-close.ts';
import { TransactionLog } from './transaction-log.service.ts';
import { CLOSE_DIFFERS, SOURCE_DIFFERS, VALUE_INVALID } from './transactions.errors.ts';

type Told = RecordTransactions['transactions'][number];
type TransactionVerdict = TransactionVerdicts['verdicts'][number];
type CloseVerdict = IndexCloseVerdicts['verdicts'][number];

/** Batches of the core system by API: a verdict per row, in one transaction. */
@Injectable()
export class CoreBatches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: TransactionLog,
    private readonly closes: IndexCloses,
  ) {}

  async recordTransactions({ transactions }: RecordTransactions): Promise<TransactionVerdicts> {
    const now = this.clock.now();
    const checked = transactions.map((told) => checkTransaction(toldOf(told), now));
    const good = checked.flatMap((each) => ('code' in each ? [] : [each]));
    const logged = (await repeatOnDuplicate(this.database, (tx) => this.log.record(tx, good, null))).values();
    const verdicts = checked.map((each, at): TransactionVerdict => {
      const sourceId = transactions[at]?.sourceId ?? '';
      if ('code' in each) return { sourceId, ...refused(each), isWaiting: false };
      const { value } = logged.next();
      if (value === undefined) throw new Error('a fact was left without verdict');
      const { verdict, isWaiting } = value;
      if (verdict === 'differs') {
        return { sourceId, ...refused({ code: SOURCE_DIFFERS, field: 'sourceId' }), isWaiting: false };
      }
      return {
        sourceId,
        verdict: verdict === 'new' ? 'recorded' : 'duplicate',
        code: null,
        field: null,
        isWaiting,
      };
    });
    return { verdicts };
  }

  async recordIndexCloses({ closes }: RecordIndexCloses): Promise<IndexCloseVerdicts> {
    const read = closes.map(({ date, indexCode, close }): Close | null => {
      const day = parseDay(date);
      const closeTenThousandths = readClose(close);
      return day === null || closeTenThousandths === undefined
        ? null
        : { day, indexCode, closeTenThousandths };
    });
    const good = read.flatMap((each) => (each === null ? [] : [each]));
    const recorded = (await repeatOnDuplicate(this.database, (tx) => this.closes.record(tx, good))).values();
    const verdicts = closes.map(({ date, indexCode }, at): CloseVerdict => {
      const row = { date, indexCode };
      if (read[at] === null) return { ...row, verdict: 'refused', code: VALUE_INVALID, field: 'close' };
      const { value } = recorded.next();
      if (value === 'differs') return { ...row, verdict: 'refused', code: CLOSE_DIFFERS, field: 'close' };
      return { ...row, verdict: value === 'new' ? 'recorded' : 'duplicate', code: null, field: null };
    });
    return { verdicts };
  }
}

function refused({ code, field }: Fault): Pick<TransactionVerdict, 'verdict' | 'code' | 'field'> {
  return { verdict: 'refused', code, field };
}

function toldOf(told: Told): ToldTransaction {
  return {
    sourceId: told.sourceId,
    kind: told.kind,
    coreCustomerId: told.coreCustomerId,
    occurredAt: Date.parse(told.occurredAt),
    refSourceId: told.refSourceId ?? null,
    productCode: told.productCode ?? null,
    targetProductCode: told.targetProductCode ?? null,
    planId: told.planId ?? null,
    amountFen: told.amountFen ?? null,
    benefitSource: told.benefitSource ?? null,
    currency: told.currency ?? 'CNY',
    midRate: told.midRate ?? null,
  };
}
