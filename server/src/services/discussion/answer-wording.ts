import { Injectable } from '@nestjs/common';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import { GuardedWording, Moderation } from '../../records/moderation/index.ts';
import { ANSWER_WORDING } from './discussion.errors.ts';

/** What staff answer under a lesson, and tell a member whose text is not shown. */
@Injectable()
export class AnswerWording extends GuardedWording {
  constructor(database: Database, audit: Audit, moderation: Moderation) {
    super(database, audit, moderation, ANSWER_WORDING);
  }
}
