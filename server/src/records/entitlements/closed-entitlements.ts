import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Identity } from '../identity/index.ts';
import { Entitlement } from './entitlement.entity.ts';

/** What a member held ends with the account, and nothing of it is left. */
@Injectable()
export class ClosedEntitlements implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      await manager.delete(Entitlement, { memberNo: In([...memberNos]) });
    });
  }
}
