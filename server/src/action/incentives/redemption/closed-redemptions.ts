import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Identity } from '../../../records/identity/index.ts';
import { CatalogueTaker, RedemptionEntry } from './redemption.entity.ts';

/** What a member exchanged points for is forgotten with the account; what was taken of the stock stays taken. */
@Injectable()
export class ClosedRedemptions implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      const memberNo = In([...memberNos]);
      await manager.delete(RedemptionEntry, { memberNo });
      await manager.delete(CatalogueTaker, { memberNo });
    });
  }
}
