import { Injectable } from '@nestjs/common';
import type { LessonDraft } from '@siyu/shared/contracts/content';
import { textsOfLesson } from '@siyu/shared/contracts/content.texts';
import { wordingSentence } from '@siyu/shared/messages';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Moderation, type PlacedFinding } from '../../records/moderation/index.ts';
import { WordingRefused } from './content.errors.ts';

const ISSUES_MAX = 50;

/** No lesson goes to a reviewer or to members with words that may not be said to them (REQ-ADV-2, -3, REQ-INC-3). */
@Injectable()
export class LessonWording {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly moderation: Moderation,
  ) {}

  /**
   * @returns the versions of the dictionary that found nothing.
   * @throws {WordingRefused} with the place of each finding.
   */
  async requireClean(draft: LessonDraft): Promise<Readonly<Record<string, number>>> {
    const { dictionaryVersions, findings } = await this.moderation.check(textsOfLesson(draft));
    if (findings.length > 0) {
      throw new WordingRefused(
        findings.slice(0, ISSUES_MAX).map(issueOf),
        dictionaryVersions,
        findings.map(({ reasonCode }) => reasonCode),
      );
    }
    return dictionaryVersions;
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

function issueOf({ path, fault, start, matched, reasonCode }: PlacedFinding): {
  path: string;
  message: string;
} {
  return { path, message: `“${matched}”（第 ${start + 1} 字起）：${wordingSentence(fault, reasonCode)}` };
}
