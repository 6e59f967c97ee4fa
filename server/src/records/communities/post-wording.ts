import { Injectable } from '@nestjs/common';
import { wordingMark } from '@siyu/shared/contracts/moderation.limits';
import { Audit } from '../../foundation/audit/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Moderation, type PlacedFinding, wordingIssueOf } from '../moderation/index.ts';
import { noticeNotLookedAt, PostRefused } from './community-desk.errors.ts';

/** What may be said, by which versions of the dictionary. */
interface Sayable {
  readonly dictionaryVersions: Readonly<Record<string, number>>;
  /** Marks of the places that need a second look. */
  readonly secondLooks: readonly string[];
}

/** Nothing reaches a group with words that may not be said to members. */
@Injectable()
export class PostWording {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly moderation: Moderation,
  ) {}

  /** @throws {PostRefused} `communities.wording_refused` with the place of each finding. */
  async requireSayable(text: string): Promise<Sayable> {
    const { dictionaryVersions, findings } = await this.#check(text);
    refuseUnsayable(findings, dictionaryVersions);
    return { dictionaryVersions, secondLooks: findings.map(wordingMark) };
  }

  /**
   * For what goes out without a reviewer: a place that would need a second look is to be said in other words.
   * @throws {PostRefused} also `communities.answer_doubtful`
   */
  async requireClear(text: string): Promise<Readonly<Record<string, number>>> {
    const { dictionaryVersions, findings } = await this.#check(text);
    refuseUnsayable(findings, dictionaryVersions);
    if (findings.length > 0) throw refusal('communities.answer_doubtful', findings, dictionaryVersions);
    return dictionaryVersions;
  }

  /** @throws {AppError} `communities.notice_not_looked_at` with the places nobody ticked. */
  async requireLookedAt(text: string, lookedAt: readonly string[]): Promise<void> {
    const { findings } = await this.#check(text);
    const open = findings.filter(
      (finding) => finding.level === 'review' && !lookedAt.includes(wordingMark(finding)),
    );
    if (open.length > 0) throw noticeNotLookedAt(open.map(wordingIssueOf));
  }

  /** Does a piece of work; a refusal of wording leaves a row in the audit trail, since its transaction left nothing. */
  async noteRefusal<Result>(
    actor: Principal,
    subject: { readonly subjectKind: string; readonly subjectId: string },
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof PostRefused) {
        const { dictionaryVersions, reasonCodes } = error;
        await this.database.runInTransaction((tx) =>
          this.audit.record(tx, {
            actor,
            action: 'communities.refuse_wording',
            ...subject,
            inputs: { dictionaryVersions, reasonCodes: [...reasonCodes] },
          }),
        );
      }
      throw error;
    }
  }

  #check(text: string) {
    return this.moderation.check([{ path: 'text', text, isMarkedWrong: false }]);
  }
}

function refuseUnsayable(
  findings: readonly PlacedFinding[],
  dictionaryVersions: Readonly<Record<string, number>>,
): void {
  const refused = findings.filter(({ level }) => level === 'refused');
  if (refused.length > 0) throw refusal('communities.wording_refused', refused, dictionaryVersions);
}

const refusal = (
  code: ConstructorParameters<typeof PostRefused>[0],
  findings: readonly PlacedFinding[],
  dictionaryVersions: Readonly<Record<string, number>>,
): PostRefused =>
  new PostRefused(
    code,
    findings.map(wordingIssueOf),
    dictionaryVersions,
    findings.map(({ reasonCode }) => reasonCode),
  );
