import { Injectable } from '@nestjs/common';
import type { SendState } from '@siyu/shared/contracts/platform-sends.limits';
import { Clock } from '../../../platform/clock/index.ts';
import type { Transaction } from '../../../platform/database/index.ts';
import { PlatformSend } from './platform-send.entity.ts';
import type { SendChannel, SendFacts, SendOutcome } from './send-channel.ts';

export interface Resolver {
  readonly id: string;
  readonly reason: string;
}

/** Moves a send from one state to the next; each move takes effect once, and its channel hears of it in the same act. */
@Injectable()
export class SendRecords {
  constructor(private readonly clock: Clock) {}

  /** Commits that the call is about to be made. @returns whether it is ours to make */
  async claim({ manager }: Transaction, sendId: string, fence: number): Promise<boolean> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(PlatformSend)
      .set({
        state: 'SENDING',
        sendingAt: this.clock.now(),
        fence,
        heldById: null,
        attempts: () => 'attempts + 1',
      })
      .where({ sendId, state: 'PLANNED' })
      .execute();
    return affected === 1;
  }

  /** The call was not made, or the platform refused it for now: it is sent later. */
  async putBack(
    { manager }: Transaction,
    sendId: string,
    from: 'PLANNED' | 'SENDING',
    later: {
      readonly nextAt: number;
      readonly errorCode: string | null;
      readonly rid?: string | null;
      readonly heldById?: string;
    },
  ): Promise<void> {
    await manager.update(PlatformSend, { sendId, state: from }, { state: 'PLANNED', rid: null, ...later });
  }

  /** @returns whether it was in that state; if not, somebody else has settled it */
  async settle(
    tx: Transaction,
    channel: SendChannel | null,
    row: PlatformSend,
    from: SendState,
    outcome: SendOutcome,
    rest: { readonly rid?: string | null; readonly resolver?: Resolver; readonly nextAt?: number } = {},
  ): Promise<boolean> {
    const isUnknown = outcome.state === 'UNKNOWN';
    const isRecallable = outcome.state === 'SENT' && channel?.recall !== undefined;
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(PlatformSend)
      .set({
        state: outcome.state,
        settledAt: isUnknown ? null : this.clock.now(),
        settledBy: outcome.by,
        errorCode: outcome.errorCode,
        ...(outcome.platformId !== null && { platformId: outcome.platformId }),
        ...(rest.rid !== undefined && { rid: rest.rid }),
        ...(rest.nextAt !== undefined && { nextAt: rest.nextAt }),
        ...(rest.resolver !== undefined && { resolverId: rest.resolver.id, reason: rest.resolver.reason }),
        ...(isRecallable && { recall: 'OPEN' as const }),
        // Needed no longer; an unknown one may yet be asked about, and one that can be taken back looked at.
        ...(!isUnknown && !isRecallable && { message: null }),
      })
      .where({ sendId: row.sendId, state: from })
      .execute();
    if (affected !== 1) return false;
    await channel?.settled?.(tx, factsOf(row), outcome);
    return true;
  }
}

export const factsOf = ({ sendId, businessKey, memberNo, plannedAt }: PlatformSend): SendFacts => ({
  sendId,
  businessKey,
  memberNo,
  plannedAt,
});
