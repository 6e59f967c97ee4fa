import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Identity } from '../../records/identity/index.ts';
import { MemberFactsRow } from './member-facts.entity.ts';
import { SegmentMembership } from './segment-membership.entity.ts';

/** What segments are asked of, and every stay in one, ends with the account. */
@Injectable()
export class ClosedFacts implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      const memberNo = In([...memberNos]);
      for (const entity of [MemberFactsRow, SegmentMembership]) await manager.delete(entity, { memberNo });
    });
  }
}
