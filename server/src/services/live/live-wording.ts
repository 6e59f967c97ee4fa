import { Injectable } from '@nestjs/common';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import { GuardedWording, Moderation } from '../../records/moderation/index.ts';
import { LIVE_WORDING } from './live.errors.ts';

/** What is said in a live, and what members are told of it: education's rules also for advice, since many hear it. */
@Injectable()
export class LiveWording extends GuardedWording {
  constructor(database: Database, audit: Audit, moderation: Moderation) {
    super(database, audit, moderation, LIVE_WORDING);
  }
}
