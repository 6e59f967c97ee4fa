import { Injectable } from '@nestjs/common';
import type { EventType } from '@siyu/shared/contracts/engagement.limits';
import { Randomness } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { consentRequired } from './engagement.errors.ts';
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
}
