import { Injectable } from '@nestjs/common';
import type { EventType } from '@siyu/shared/contracts/engagement.limits';
import { Between, In } from 'typeorm';
import { Randomness } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { consentRequired } from './engagement.errors.ts';
import { EngagementEvent } from './engagement.entity.ts';
import type { NewEvent } from './event-log.ts';
import { EventWriter } from './event-writer.service.ts';

/** Something a member did in the past. */
export interface PastEvent {
  readonly memberNo: number;
  readonly type: EventType;
  /** Epoch ms. */
  readonly occurredAt: number;
  readonly source: NewEvent['source'];
  readonly contentId: string | null;
  readonly value: number | null;
  /** Business key: told twice it counts once. Made when absent. */
  readonly eventId?: string;
  readonly isClockSuspect?: boolean;
}

/** An event as the log holds it. */
type LoggedEvent<Type extends EventType> = Omit<EngagementEvent, 'type'> & { readonly type: Type };

/** Appends what many members did in the past; what happens now comes through `Ingest` and `Engagement`. */
@Injectable()
export class EventHistories {
  constructor(
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly writer: EventWriter,
  ) {}

  /**
   * To be the first act of a transaction; the clock of each member ticks once.
   * @throws {AppError} identity.consent_required when one of the members does not allow recording
   */
  async record(tx: Transaction, events: readonly PastEvent[]): Promise<void> {
    const memberNos = [...new Set(events.map(({ memberNo }) => memberNo))].sort((a, b) => a - b);
    await this.identity.lockMembers(tx, memberNos);
    const permitted = await this.identity.permitted(memberNos, 'SERVICE', tx.manager);
    if (permitted.size < memberNos.length) throw consentRequired();
    await this.writer.append(
      tx,
      events.map((event) => ({
        ...event,
        eventId: event.eventId ?? this.randomness.uuid(),
        schemaVersion: 1,
        isClockSuspect: event.isClockSuspect ?? false,
      })),
    );
  }

  /** What the log holds of some members and types from one moment to another, both included. */
  async listPast<Type extends EventType>(
    { manager }: Transaction,
    asked: {
      readonly memberNos: readonly number[];
      readonly types: readonly Type[];
      readonly from: number;
      readonly until: number;
    },
  ): Promise<readonly LoggedEvent<Type>[]> {
    const { memberNos, types, from, until } = asked;
    const rows = await manager.findBy(EngagementEvent, {
      memberNo: In([...memberNos]),
      type: In([...types]),
      occurredAt: Between(from, until),
    });
    return rows.flatMap((row) => {
      const type = types.find((each) => each === row.type);
      return type === undefined ? [] : [{ ...row, type }];
    });
  }
}
