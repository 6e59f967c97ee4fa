import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SERVICE_EVENT_KINDS, type ServiceEventKind } from '@siyu/shared/contracts/engagement.limits';
import { dayOfInstant, epochDay } from '@siyu/shared/time';
import { In, type EntityManager } from 'typeorm';
import { v5 } from 'uuid';
import { Clock } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import {
  CORE_ISSUER,
  CoreTellings,
  type CoreVerdict,
  Identity,
  type LinkedAccount,
} from '../identity/index.ts';
import type { ServiceEvent } from './check-service-event.ts';
import type { NewEvent } from './event-log.ts';
import { EventWriter } from './event-writer.service.ts';
import { ServiceFactRow } from './service-fact.entity.ts';

/** Ids of events are made from the source's own, so that one fact has one event whoever writes it. */
const NAMESPACE = '5b0f6f0a-3f0e-5a6e-9d55-0c2c7f9f3a11';

/** Writes what other systems tell of the service a customer had, and into the member's log once there is a member. */
@Injectable()
export class ServiceLog implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly tellings: CoreTellings,
    private readonly writer: EventWriter,
  ) {}

  onModuleInit(): void {
    this.identity.onAccountLinked((tx, accounts) => this.adopt(tx, accounts));
  }

  /**
   * Writes events of any customers, at most a few hundred, each source id once. To be the first act of a transaction.
   * @returns a verdict per event, in their order.
   */
  async record(
    tx: Transaction,
    events: readonly ServiceEvent[],
    importId: string | null,
  ): Promise<readonly CoreVerdict[]> {
    const { verdicts, fresh } = await this.tellings.settle(tx, events, {
      fingerprintOf,
      readKnown: ({ manager }, sourceIds) => readFingerprints(manager, sourceIds),
    });
    if (fresh.length === 0) return verdicts;
    const recordedAt = this.clock.now();
    const rows = fresh.map(
      ({ fact: { coreCustomerId: _, ...fact }, accountNo, memberNo, seq }): ServiceFactRow => {
        const occurredOn = dayOfInstant(fact.occurredAt);
        return { ...fact, accountNo, issuer: CORE_ISSUER, occurredOn, memberNo, seq, recordedAt, importId };
      },
    );
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ServiceFactRow)
      .values(rows)
      .updateEntity(false)
      .execute();
    const seqs = new Map(fresh.flatMap(({ memberNo, seq }) => (memberNo === null ? [] : [[memberNo, seq]])));
    await this.writer.appendAt(tx, rows.flatMap(eventsOf), seqs);
    return verdicts;
  }

  /** What was told before the link enters the log with it; the clocks have ticked for the link already. */
  private async adopt(tx: Transaction, accounts: readonly LinkedAccount[]): Promise<void> {
    const linked = new Map(accounts.map((account) => [account.accountNo, account]));
    const rows = await tx.manager.findBy(ServiceFactRow, { accountNo: In([...linked.keys()]) });
    const events = rows.flatMap((row) =>
      eventsOf({ ...row, memberNo: linked.get(row.accountNo)?.memberNo ?? null }),
    );
    const seqs = new Map(accounts.map(({ memberNo, linkedSeq }) => [memberNo, linkedSeq]));
    await this.writer.appendAt(tx, events, seqs, true);
  }
}

function eventsOf(row: ServiceFactRow): readonly NewEvent[] {
  const { memberNo, issuer, sourceId, kind, occurredAt, validUntil } = row;
  if (memberNo === null) return [];
  return [
    {
      memberNo,
      eventId: v5(`${issuer}:${sourceId}`, NAMESPACE),
      type: kind,
      occurredAt,
      source: 'core',
      contentId: null,
      value: validUntil,
      schemaVersion: 1,
      isClockSuspect: false,
    },
  ];
}

function fingerprintOf(accountNo: number, event: Omit<ServiceEvent, 'sourceId' | 'coreCustomerId'>): string {
  return JSON.stringify([accountNo, event.kind, event.occurredAt, event.refSourceId, event.validUntil]);
}

async function readFingerprints(
  manager: EntityManager,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (sourceIds.length === 0) return new Map();
  const rows = await manager.findBy(ServiceFactRow, {
    issuer: CORE_ISSUER,
    sourceId: In([...new Set(sourceIds)]),
  });
  return new Map(rows.map((row) => [row.sourceId, fingerprintOf(row.accountNo, serviceEventOf(row))]));
}

function serviceEventOf(row: ServiceFactRow): Omit<ServiceEvent, 'sourceId' | 'coreCustomerId'> {
  const { occurredAt, refSourceId, validUntil } = row;
  return {
    kind: serviceKindOf(row.kind),
    occurredAt,
    refSourceId,
    validUntil: validUntil === null ? null : epochDay(validUntil),
  };
}

/** A kind as stored; an unknown one means the row was made by a newer program and must not be guessed at. */
export function serviceKindOf(stored: string): ServiceEventKind {
  const kind = SERVICE_EVENT_KINDS.find((each) => each === stored);
  if (kind === undefined) throw new RangeError(`unknown kind of service event ${stored}`);
  return kind;
}
