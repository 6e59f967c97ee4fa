import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Identity } from '../identity/index.ts';
import { ContactTurn, MarketingContact } from './contact.entity.ts';
import { Notice, NoticeWish } from './notice.entity.ts';
import { SubscribeAccept, SubscribeBalance, SubscribeEntry } from './subscribe-ledger.entity.ts';

/** Nothing of what was sent, allowed or asked for outlives the account. */
@Injectable()
export class ClosedNotices implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      const memberNo = In([...memberNos]);
      for (const entity of [
        NoticeWish,
        Notice,
        SubscribeAccept,
        SubscribeEntry,
        SubscribeBalance,
        MarketingContact,
        ContactTurn,
      ])
        await manager.delete(entity, { memberNo });
    });
  }
}
