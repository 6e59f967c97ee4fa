import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.ts';
import { Identity, IdentityEvents, type MemberHappening } from '../identity/index.ts';
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
    this.identityEvents.on((tx, happened) => this.append(tx, happened));
  }

  /** Before the consent nothing is written; that a consent was withdrawn is the last thing written. */
  private async append(tx: Transaction, happened: readonly MemberHappening[]): Promise<void> {
    const memberNos = happened.map(({ memberNo }) => memberNo);
    const open = await this.identity.permitted(memberNos, 'SERVICE', tx.manager);
    const rows = happened.flatMap(({ memberNo, events }) =>
      events
        .filter(({ type }) => open.has(memberNo) || type === 'consent_withdrawn')
        .map(({ eventId, type, occurredAt }) => {
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
        }),
    );
    const seqs = new Map(happened.map(({ memberNo, seq }) => [memberNo, seq]));
    await this.writer.appendAt(tx, rows, seqs, true);
  }
}
