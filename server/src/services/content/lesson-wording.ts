import { Injectable } from '@nestjs/common';
import type { LessonDraft } from '@siyu/shared/contracts/content';
import { textsOfLesson } from '@siyu/shared/contracts/content.texts';
import { wordingMark } from '@siyu/shared/contracts/moderation.limits';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Moderation, wordingIssueOf } from '../../records/moderation/index.ts';
import { wordingNotLookedAt, WordingRefused } from './content.errors.ts';

const ISSUES_MAX = 50;

/** A text without what would be refused. */
interface Sayable {
  readonly dictionaryVersions: Readonly<Record<string, number>>;
  /** Marks of the places that need a second look, see `wordingMark`. */
  readonly secondLooks: readonly string[];
}

/** No lesson goes to a reviewer or to members with words that may not be said to them (REQ-ADV-2, -3, REQ-INC-3). */
@Injectable()
export class LessonWording {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly moderation: Moderation,
  ) {}

  /**
   * @returns the versions of the dictionary that refused nothing, and the marks that need a second look.
   * @throws {WordingRefused} with the place of each finding that cannot reach members.
   */
  async requireSayable(draft: LessonDraft): Promise<Sayable> {
    const { dictionaryVersions, findings } = await this.moderation.check(textsOfLesson(draft));
    const refused = findings.filter(({ level }) => level === 'refused');
    if (refused.length > 0) {
      throw new WordingRefused(
        refused.slice(0, ISSUES_MAX).map(wordingIssueOf),
        dictionaryVersions,
        refused.map(({ reasonCode }) => reasonCode),
      );
    }
    return { dictionaryVersions, secondLooks: findings.map(wordingMark) };
  }

  /**
   * What goes to members with places that read like a fault has been looked at, each of them, by whoever approved it.
   * @throws {AppError} `content.wording_not_looked_at` with the places nobody ticked.
   */
  async requireLookedAt(draft: LessonDraft, lookedAt: readonly string[]): Promise<void> {
    const { findings } = await this.moderation.check(textsOfLesson(draft));
    const ticked = new Set(lookedAt);
    const open = findings.filter(
      (finding) => finding.level === 'review' && !ticked.has(wordingMark(finding)),
    );
    if (open.length > 0) throw wordingNotLookedAt(open.slice(0, ISSUES_MAX).map(wordingIssueOf));
  }

  /** Does a piece of work; a refusal of wording leaves a row in the audit trail, since its transaction left nothing. */
  async noteRefusal<Result>(
    actor: Principal,
    lessonId: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof WordingRefused) {
        const { dictionaryVersions, reasonCodes } = error;
        await this.database.runInTransaction((tx) =>
          this.audit.record(tx, {
            actor,
            action: 'content.refuse_wording',
            subjectKind: 'lesson',
            subjectId: lessonId,
            inputs: { dictionaryVersions, reasonCodes: [...reasonCodes] },
          }),
        );
      }
      throw error;
    }
  }
}
