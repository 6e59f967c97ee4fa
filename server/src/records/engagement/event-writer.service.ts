import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { Identity } from '../identity/index.ts';
import { ENGAGEMENT_RECORDED, type EngagementRecorded } from './engagement.events.ts';
import { addToDays, insertEvents, type NewEvent, selectUnwritten } from './event-log.ts';

/** Appends events with all their effects: log, daily counts, member clock and due row, outbox. All or nothing. */
@Injectable()
export class EventWriter {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Events of many members, for a transaction that began by taking their clocks (`Identity.lockMembers`).
   * Clocks advance only for members of whom something new was written, once each.
   * @returns the events that are new; the others were there already.
   */
  async append(tx: Transaction, events: readonly NewEvent[]): Promise<readonly NewEvent[]> {
    const unwritten = await selectUnwritten(tx.manager, events);
    if (unwritten.length === 0) return unwritten;
    const memberNos = [...new Set(unwritten.map((event) => event.memberNo))].sort((a, b) => a - b);
    await this.write(tx, unwritten, await this.identity.advanceClocks(tx, memberNos));
    return unwritten;
  }

  /**
   * Events of one member inside somebody else's transaction. With `seq` the clock has been advanced already.
   * @returns how many are new.
   */
  async appendInside(
    tx: Transaction,
    memberNo: number,
    events: readonly NewEvent[],
    seq?: number,
  ): Promise<number> {
    const lock = this.database.engine === 'mysql' ? ' FOR UPDATE' : '';
    const unwritten = await selectUnwritten(tx.manager, events, lock);
    if (unwritten.length === 0) return 0;
    await this.write(
      tx,
      unwritten,
      new Map([[memberNo, seq ?? (await this.identity.advanceClock(tx, memberNo))]]),
    );
    return unwritten.length;
  }

  /**
   * Events of many members whose clocks are held and have ticked already; those that are there are left out.
   * @param isSnapshotOld the transaction may have read before it took the clocks
   */
  async appendAt(
    tx: Transaction,
    events: readonly NewEvent[],
    seqs: ReadonlyMap<number, number>,
    isSnapshotOld = false,
  ): Promise<void> {
    const lock = isSnapshotOld && this.database.engine === 'mysql' ? ' FOR UPDATE' : '';
    const unwritten = await selectUnwritten(tx.manager, events, lock);
    if (unwritten.length > 0) await this.write(tx, unwritten, seqs);
  }

  private async write(
    tx: Transaction,
    events: readonly NewEvent[],
    seqs: ReadonlyMap<number, number>,
  ): Promise<void> {
    await insertEvents(tx.manager, events, seqs, this.clock.now());
    await addToDays(tx.manager, this.database.engine, events);
    const told = events
      .map((event) => ({ event, payload: payloadOf(event) }))
      .filter(({ payload }) => this.outbox.isWanted(ENGAGEMENT_RECORDED.type, payload));
    if (told.length === 0) return;
    await this.outbox.publishAll(
      tx,
      told.map(({ event: { memberNo, eventId, occurredAt }, payload }) => ({
        type: ENGAGEMENT_RECORDED.type,
        version: 1,
        subjectNo: memberNo,
        subjectSeq: seqs.get(memberNo) ?? 0,
        occurredAt,
        causationId: eventId,
        payload,
      })),
    );
  }
}

function payloadOf({
  eventId,
  type,
  source,
  contentId,
  value,
  isClockSuspect,
}: NewEvent): EngagementRecorded {
  return { eventId, type, source, contentId, value, isClockSuspect };
}
