import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.ts';
import { Identity, type IdentityEvent, IdentityEvents } from '../identity/index.ts';
import { EventWriter } from './event-writer.service.ts';

/** Writes registrations, consents and bindings into the member's log, in the transaction in which they happen. */
@Injectable()
export class IdentityJournal implements OnModuleInit {
  constructor(
    private readonly identityEvents: IdentityEvents,
    private readonly identity: Identity,
    private readonly writer: EventWriter,
  ) {}

  onModuleInit(): void {
    this.identityEvents.on((tx, memberNo, seq, events) => this.append(tx, memberNo, seq, events));
  }

  /** Before the consent nothing is written; that a consent was withdrawn is the last thing written. */
  private async append(
    tx: Transaction,
    memberNo: number,
    seq: number,
    events: readonly IdentityEvent[],
  ): Promise<void> {
    const isOpen = await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager);
    const kept = isOpen ? events : events.filter((event) => event.type === 'consent_withdrawn');
    const rows = kept.map(({ eventId, type, occurredAt }) => {
      return {
        memberNo,
        eventId,
        type,
        occurredAt,
        source: 'server' as const,
        contentId: null,
        value: null,
        schemaVersion: 1,
        isClockSuspect: false,
      };
    });
    await this.writer.appendInside(tx, memberNo, rows, seq);
  }
}
