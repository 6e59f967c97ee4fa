import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.ts';

/** What happened to a member's account. `eventId` is the business key: the same fact told twice counts once. */
export interface IdentityEvent {
  readonly eventId: string;
  readonly type: 'member_registered' | 'consent_granted' | 'consent_withdrawn' | 'adviser_bound';
  readonly occurredAt: number;
}
export type IdentityEventHandler = (
  tx: Transaction,
  memberNo: number,
  /** Clock of the member after this fact; already advanced. */
  seq: number,
  events: readonly IdentityEvent[],
) => Promise<void>;

/** Higher floors subscribe; what they write belongs to the transaction of the fact itself. */
@Injectable()
export class IdentityEvents {
  private readonly handlers: IdentityEventHandler[] = [];

  on(handler: IdentityEventHandler): void {
    this.handlers.push(handler);
  }

  async publish(
    tx: Transaction,
    memberNo: number,
    seq: number,
    events: readonly IdentityEvent[],
  ): Promise<void> {
    if (events.length === 0) return;
    for (const handler of this.handlers) await handler(tx, memberNo, seq, events);
  }
}
