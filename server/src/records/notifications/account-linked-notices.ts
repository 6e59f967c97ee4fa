import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WHOLE_ACCOUNT } from '@siyu/shared/contracts/notifications.limits';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Identity } from '../identity/index.ts';
import { minuteInWords } from './minute-in-words.ts';
import { NoticeWish } from './notice.entity.ts';
import { Notices } from './notices.service.ts';

/** Tells who asked for it that a securities account was linked to theirs: it may not have been their own doing. */
@Injectable()
export class AccountLinkedNotices implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.identity.onAccountLinked(async (tx, accounts) => {
      const memberNo = In(accounts.map((account) => account.memberNo));
      const wishes = await tx.manager.findBy(NoticeWish, { memberNo, kind: 'ACCOUNT_LINKED' });
      const wished = new Set(wishes.map((wish) => wish.memberNo));
      for (const account of accounts.filter((each) => wished.has(each.memberNo))) {
        await this.notices.plan(tx, [account.memberNo], {
          kind: 'ACCOUNT_LINKED',
          subject: WHOLE_ACCOUNT,
          itemId: `${account.accountNo}:${account.linkedSeq}`,
          facts: {
            event: '证券账户已关联',
            time: minuteInWords(this.clock.now()),
            advice: '如非本人操作，请联系客服',
          },
        });
      }
    });
  }
}
