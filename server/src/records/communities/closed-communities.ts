import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Identity } from '../identity/index.ts';
import { GroupSeat, GroupTie } from './community-group.entity.ts';
import { GroupQuestionEntry } from './group-post.entity.ts';

/** A closed account was in no group and has asked nothing. WeCom itself goes on knowing who sits in its groups. */
@Injectable()
export class ClosedCommunities implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      const memberNo = In([...memberNos]);
      await manager.delete(GroupTie, { memberNo });
      await manager.delete(GroupSeat, { memberNo });
      await manager.delete(GroupQuestionEntry, { memberNo });
    });
  }
}
