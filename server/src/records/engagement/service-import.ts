import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SERVICE_EVENT_KINDS } from '@siyu/shared/contracts/engagement.limits';
import { IMPORT_COLUMNS } from '@siyu/shared/contracts/imports.limits';
import { parseDay } from '@siyu/shared/time';
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
import { type ServiceEvent, serviceFault, type ServiceFault } from './check-service-event.ts';
import { SOURCE_DIFFERS, VALUE_INVALID } from './engagement.errors.ts';
import { ServiceLog } from './service-log.service.ts';

/** Files of assessments and consultations: the same rows as the API takes. */
@Injectable()
export class ServiceImport implements ImportKind, OnModuleInit {
  readonly name = 'service_events';
  readonly required = IMPORT_COLUMNS.service_events.required;
  readonly optional = IMPORT_COLUMNS.service_events.optional;
  readonly wholeLinesMax = null;

  constructor(
    private readonly kinds: ImportKinds,
    private readonly clock: Clock,
    private readonly log: ServiceLog,
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
      const read = readServiceEvent(cells);
      return 'code' in read ? read : (serviceFault(read, now) ?? read);
    });
    const good = checked.flatMap((each) => ('code' in each ? [] : [each]));
    const logged = (await this.log.record(tx, good, importId)).values();
    return checked.map((each): LineVerdict => {
      if ('code' in each) return refusal(each);
      const { value } = logged.next();
      if (value === undefined) throw new Error('an event was left without verdict');
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
  validUntil: 'valid_until',
} as const satisfies Record<keyof ServiceEvent, string>;

function refusal({ code, field }: ServiceFault): LineVerdict {
  return { verdict: 'refused', code, details: { field: COLUMNS[field] } };
}

/** Reads the cells of a line; the first one that cannot be read is its fault. */
function readServiceEvent(cells: ImportLine['cells']): ServiceEvent | ServiceFault {
  const cell = (field: keyof ServiceEvent): string => cells[COLUMNS[field]] ?? '';
  const unread = (field: keyof ServiceEvent): ServiceFault => ({ code: VALUE_INVALID, field });
  const sourceId = readCode(cell('sourceId'), 64);
  if (sourceId === undefined) return unread('sourceId');
  const kind = SERVICE_EVENT_KINDS.find((each) => each === cell('kind'));
  if (kind === undefined) return unread('kind');
  const coreCustomerId = readCode(cell('coreCustomerId'), 64);
  if (coreCustomerId === undefined) return unread('coreCustomerId');
  const occurredAt = readInstant(cell('occurredAt'));
  if (occurredAt === undefined) return unread('occurredAt');
  const refSourceId = readOptional(cell('refSourceId'), (text) => readCode(text, 64));
  if (refSourceId === undefined) return unread('refSourceId');
  const validUntil = readOptional(cell('validUntil'), (text) => parseDay(text) ?? undefined);
  if (validUntil === undefined) return unread('validUntil');
  return { sourceId, kind, coreCustomerId, occurredAt, refSourceId, validUntil };
}
