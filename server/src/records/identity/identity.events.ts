import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.ts';

/** What happened to a member's account. `eventId` is the business key: the same fact told twice counts once. */
export interface IdentityEvent {
  readonly eventId: string;
  readonly type: 'member_registered' | 'consent_granted' | 'consent_withdrawn' | 'adviser_bound';
  readonly occurredAt: number;
}
/** What happened to one member in a transaction. */
export interface MemberHappening {
  readonly memberNo: number;
  /** Clock of the member after these facts; already advanced. */
  readonly seq: number;
  readonly events: readonly IdentityEvent[];
}
export type IdentityEventHandler = (tx: Transaction, happened: readonly MemberHappening[]) => Promise<void>;

/** Higher floors subscribe; what they write belongs to the transaction of the fact itself. */
@Injectable()
export class IdentityEvents {
  private readonly handlers: IdentityEventHandler[] = [];

  on(handler: IdentityEventHandler): void {
    this.handlers.push(handler);
  }

  publish(tx: Transaction, memberNo: number, seq: number, events: readonly IdentityEvent[]): Promise<void> {
    return this.publishAll(tx, [{ memberNo, seq, events }]);
  }

  /** The same for many members of one transaction. */
  async publishAll(tx: Transaction, happened: readonly MemberHappening[]): Promise<void> {
    const told = happened.filter(({ events }) => events.length > 0);
    if (told.length === 0) return;
    for (const handler of this.handlers) await handler(tx, told);
  }
}
