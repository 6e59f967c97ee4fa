import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Identity } from '../../records/identity/index.ts';
import { LessonCommentEntry } from './lesson-comment.entity.ts';

/** A closed account has said nothing: what it wrote goes, and what was answered to it. */
@Injectable()
export class ClosedDiscussion implements OnModuleInit {
  constructor(private readonly identity: Identity) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async ({ manager }, memberNos) => {
      await manager.delete(LessonCommentEntry, { memberNo: In([...memberNos]) });
    });
  }
}
