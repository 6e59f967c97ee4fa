import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type { Transaction } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { EngagementDay, EngagementEvent, EngagementSuspectDay } from './engagement.entity.ts';
import { TYPES_KEPT_BY_LAW } from './types-kept-by-law.ts';

/** What stays of the log of an account that was closed: events that a duty to keep rests on. */
@Injectable()
export class ClosedLog implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed((tx, memberNos) => this.erase(tx, memberNos));
  }

  private async erase({ manager }: Transaction, memberNos: readonly number[]): Promise<void> {
    const memberNo = In([...memberNos]);
    await manager.delete(EngagementDay, { memberNo });
    await manager.delete(EngagementSuspectDay, { memberNo });
    await manager.delete(EngagementEvent, { memberNo, type: Not(In(TYPES_KEPT_BY_LAW)) });
    // Where somebody came from and in which visit proves nothing.
    const origin = { channelId: null, campaignId: null, sessionId: null };
    await manager.update(EngagementEvent, { memberNo }, origin);
  }
}
