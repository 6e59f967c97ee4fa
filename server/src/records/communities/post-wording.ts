import { Injectable } from '@nestjs/common';
import { wordingMark } from '@siyu/shared/contracts/moderation.limits';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import { GuardedWording, Moderation, wordingIssueOf } from '../moderation/index.ts';
import { noticeNotLookedAt, POST_WORDING } from './community-desk.errors.ts';

/** What staff say in groups. */
@Injectable()
export class PostWording extends GuardedWording {
  constructor(database: Database, audit: Audit, moderation: Moderation) {
    super(database, audit, moderation, POST_WORDING);
  }

  /** Marks of the places that need a second look. @throws {PlacedRefusal} `communities.wording_refused` */
  async secondLooksAt(text: string): Promise<readonly string[]> {
    return (await this.requireSayable(text)).findings.map(wordingMark);
  }

  /** @throws {AppError} `communities.notice_not_looked_at` with the places nobody ticked. */
  async requireLookedAt(text: string, lookedAt: readonly string[]): Promise<void> {
    const { findings } = await this.check(text);
    const open = findings.filter(
      (finding) => finding.level === 'review' && !lookedAt.includes(wordingMark(finding)),
    );
    if (open.length > 0) throw noticeNotLookedAt(open.map(wordingIssueOf));
  }
}
