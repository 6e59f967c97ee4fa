import { Injectable } from '@nestjs/common';
import type { ContentDraft } from '@siyu/shared/contracts/content';
import { textsOfContent } from '@siyu/shared/contracts/content.texts';
import { wordingMark } from '@siyu/shared/contracts/moderation.limits';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import { AppError, type Principal } from '../../platform/http/index.ts';
import { Moderation, wordingIssueOf, type WordingVerdict } from '../../records/moderation/index.ts';
import { wordingNotLookedAt, WordingRefused } from './content.errors.ts';

const ISSUES_MAX = 50;

/** A text without what would be refused. */
export interface Sayable {
  readonly dictionaryVersions: Readonly<Record<string, number>>;
  /** Marks of the places that need a second look, see `wordingMark`. */
  readonly secondLooks: readonly string[];
}

/** No text of any kind goes to a reviewer or to members with words that may not be said to them (REQ-ADV-2, -3, REQ-INC-3). */
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
  async requireSayable(draft: ContentDraft): Promise<Sayable> {
    return sayableOf(await this.moderation.check(textsOfContent(draft), draft.label));
  }

  /**
   * What goes to members with places that read like a fault has been looked at, each of them, by whoever approved it.
   * @throws {AppError} `content.wording_not_looked_at` with the places nobody ticked.
   */
  async requireLookedAt(draft: ContentDraft, lookedAt: readonly string[]): Promise<void> {
    refuseUnseen(await this.moderation.check(textsOfContent(draft), draft.label), lookedAt);
  }

  /** Both at once, with one reading of the text. */
  async requirePublishable(draft: ContentDraft, lookedAt: readonly string[]): Promise<Sayable> {
    const verdict = await this.moderation.check(textsOfContent(draft), draft.label);
    const sayable = sayableOf(verdict);
    refuseUnseen(verdict, lookedAt);
    return sayable;
  }

  /** Does a piece of work; a refusal of words, of who signs or of a basis leaves a row in the trail, since its transaction left nothing. */
  async noteRefusal<Result>(
    actor: Principal,
    subjectId: string,
    work: () => Promise<Result>,
    subjectKind = 'lesson',
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== null)
        await this.database.runInTransaction((tx) =>
          this.audit.record(tx, { actor, ...refusal, subjectKind, subjectId }),
        );
      throw error;
    }
  }
}

/** @throws {WordingRefused} with the place of each finding that cannot reach members. */
export function sayableOf({ dictionaryVersions, findings }: WordingVerdict): Sayable {
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

/** @throws {AppError} `content.wording_not_looked_at` with the places nobody ticked. */
export function refuseUnseen({ findings }: WordingVerdict, lookedAt: readonly string[]): void {
  const ticked = new Set(lookedAt);
  const open = findings.filter((finding) => finding.level === 'review' && !ticked.has(wordingMark(finding)));
  if (open.length > 0) throw wordingNotLookedAt(open.slice(0, ISSUES_MAX).map(wordingIssueOf));
}

/** Refusals of a whole text, with what the trail calls them. */
const REFUSALS: Readonly<Record<string, string>> = {
  'content.author_not_registered': 'content.refuse_signature',
  'content.adviser_required': 'content.refuse_signature',
  'content.basis_missing': 'content.refuse_basis',
  'content.report_incomplete': 'content.refuse_basis',
  'content.report_in_future': 'content.refuse_basis',
};

function refusalOf(error: unknown) {
  if (error instanceof WordingRefused) {
    const { dictionaryVersions, reasonCodes } = error;
    return {
      action: 'content.refuse_wording',
      inputs: { dictionaryVersions, reasonCodes: [...reasonCodes] },
    };
  }
  if (!(error instanceof AppError)) return null;
  const action = REFUSALS[error.code];
  return action === undefined ? null : { action, inputs: { code: error.code } };
}
