import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IMPORT_COLUMNS } from '@siyu/shared/contracts/imports.limits';
import {
  BENEFIT_SOURCES,
  PRODUCT_CODE_MAX,
  SOURCE_ID_MAX,
  TRANSACTION_KINDS,
} from '@siyu/shared/contracts/transactions.limits';
import { parseYuan } from '@siyu/shared/money';
import { Clock } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import {
  ImportKinds,
  type ImportKind,
  type ImportLine,
  type ImportSource,
  type LineVerdict,
  readCode,
  readInstant,
  readOptional,
} from '../../platform/imports/index.ts';
import { checkTransaction, type Fault, type ToldTransaction } from './check-transaction.ts';
import { TransactionLog } from './transaction-log.service.ts';
import { SOURCE_DIFFERS, VALUE_INVALID } from './transactions.errors.ts';

type Cells = ImportLine['cells'];

/** Files of the core system's facts: the same rows as its API takes. */
@Injectable()
export class TransactionImport implements ImportKind, OnModuleInit {
  readonly name = 'transactions';
  readonly required = IMPORT_COLUMNS.transactions.required;
  readonly optional = IMPORT_COLUMNS.transactions.optional;
  readonly wholeLinesMax = null;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly clock: Clock,
    private readonly log: TransactionLog,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async record(
    tx: Transaction,
    lines: readonly ImportLine[],
    { importId }: ImportSource,
  ): Promise<readonly LineVerdict[]> {
    const now = this.clock.now();
    const checked = lines.map(({ cells }) => {
      const told = readTransaction(cells);
      return 'code' in told ? told : checkTransaction(told, now);
    });
    const good = checked.flatMap((each) => ('code' in each ? [] : [each]));
    const logged = (await this.log.record(tx, good, importId)).values();
    return checked.map((each): LineVerdict => {
      if ('code' in each) return refusal(each);
      const { value } = logged.next();
      if (value === undefined) throw new Error('a fact was left without verdict');
      if (value.verdict === 'differs') return refusal({ code: SOURCE_DIFFERS, field: 'sourceId' });
      if (value.verdict === 'duplicate') return { verdict: 'duplicate' };
      return { verdict: 'recorded', isWaiting: value.isWaiting };
    });
  }
}

/** The column of each field. */
const COLUMNS = {
  sourceId: 'source_id',
  kind: 'kind',
  coreCustomerId: 'core_customer_id',
  occurredAt: 'occurred_at',
  refSourceId: 'ref_source_id',
  productCode: 'product_code',
  targetProductCode: 'target_product_code',
  planId: 'plan_id',
  amountFen: 'amount',
  benefitSource: 'benefit_source',
  currency: 'currency',
  midRate: 'mid_rate',
} as const satisfies Record<keyof ToldTransaction, string>;

function refusal({ code, field }: Fault): LineVerdict {
  return { verdict: 'refused', code, details: { field: COLUMNS[field] } };
}

/** Reads the cells of a line; the first one that cannot be read is its fault. */
function readTransaction(cells: Cells): ToldTransaction | Fault {
  const cell = (field: keyof ToldTransaction): string => cells[COLUMNS[field]] ?? '';
  const optionalCode = (field: keyof ToldTransaction, lengthMax: number) =>
    readOptional(cell(field), (text) => readCode(text, lengthMax));
  const read = {
    sourceId: readCode(cell('sourceId'), SOURCE_ID_MAX),
    kind: TRANSACTION_KINDS.find((kind) => kind === cell('kind')),
    coreCustomerId: readCode(cell('coreCustomerId'), 64),
    occurredAt: readInstant(cell('occurredAt')),
    refSourceId: optionalCode('refSourceId', SOURCE_ID_MAX),
    productCode: optionalCode('productCode', PRODUCT_CODE_MAX),
    targetProductCode: optionalCode('targetProductCode', PRODUCT_CODE_MAX),
    planId: optionalCode('planId', 64),
    amountFen: readOptional(cell('amountFen'), (text) => parseYuan(text) ?? undefined),
    benefitSource: readOptional(cell('benefitSource'), (text) =>
      BENEFIT_SOURCES.find((source) => source === text),
    ),
    currency: cell('currency') === '' ? 'CNY' : readCurrency(cell('currency')),
    midRate: readOptional(cell('midRate'), (text) => text),
  };
  return isRead(read) ? read : { code: VALUE_INVALID, field: unreadField(read) };
}

type Unread = { readonly [Field in keyof ToldTransaction]: ToldTransaction[Field] | undefined };

function isRead(read: Unread): read is ToldTransaction {
  return Object.values(read).every((value) => value !== undefined);
}

function unreadField(read: Unread): keyof ToldTransaction {
  const [name] = Object.entries(read).find(([, value]) => value === undefined) ?? [];
  return FIELDS.find((field) => field === name) ?? 'sourceId';
}

const FIELDS: readonly (keyof ToldTransaction)[] = [
  'sourceId',
  'kind',
  'coreCustomerId',
  'occurredAt',
  'refSourceId',
  'productCode',
  'targetProductCode',
  'planId',
  'amountFen',
  'benefitSource',
  'currency',
  'midRate',
];

function readCurrency(text: string): string | undefined {
  return /^[A-Z]{3}$/.test(text) ? text : undefined;
}
