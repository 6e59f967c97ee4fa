import { Injectable } from '@nestjs/common';
import type { RecordServiceEvents, ServiceEventVerdicts } from '@siyu/shared/contracts/engagement';
import { parseDay } from '@siyu/shared/time';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { repeatOnDuplicate } from '../../platform/imports/index.ts';
import { type ServiceEvent, serviceFault } from './check-service-event.ts';
import { SOURCE_DIFFERS } from './engagement.errors.ts';
import { ServiceLog } from './service-log.service.ts';

type Verdict = ServiceEventVerdicts['verdicts'][number];

/** Batches of assessments and consultations by API: a verdict per row, in one transaction. */
@Injectable()
export class ServiceBatches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: ServiceLog,
  ) {}

  async record({ events }: RecordServiceEvents): Promise<ServiceEventVerdicts> {
    const now = this.clock.now();
    const told = events.map(eventOf);
    const faults = told.map((event) => serviceFault(event, now));
    const good = told.filter((_, at) => faults[at] === null);
    const logged = (await repeatOnDuplicate(this.database, (tx) => this.log.record(tx, good, null))).values();
    const verdicts = told.map(({ sourceId }, at): Verdict => {
      const fault = faults[at] ?? null;
      if (fault !== null) return { sourceId, verdict: 'refused', ...fault, isWaiting: false };
      const { value } = logged.next();
      if (value === undefined) throw new Error('an event was left without verdict');
      if (value.verdict === 'differs') {
        return { sourceId, verdict: 'refused', code: SOURCE_DIFFERS, field: 'sourceId', isWaiting: false };
      }
      const verdict = value.verdict === 'new' ? 'recorded' : 'duplicate';
      return { sourceId, verdict, code: null, field: null, isWaiting: value.isWaiting };
    });
    return { verdicts };
  }
}

function eventOf(event: RecordServiceEvents['events'][number]): ServiceEvent {
  const { sourceId, kind, coreCustomerId, occurredAt, refSourceId, validUntil } = event;
  return {
    sourceId,
    kind,
    coreCustomerId,
    occurredAt: Date.parse(occurredAt),
    refSourceId: refSourceId ?? null,
    validUntil: validUntil === null || validUntil === undefined ? null : parseDay(validUntil),
  };
}
