import type { Audit } from '../../foundation/audit/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { PlacedRefusal, type Principal } from '../../platform/http/index.ts';
import type { Moderation, PlacedFinding, WordingVerdict } from './moderation.service.ts';
import { wordingIssueOf } from './wording-issue.ts';

type Versions = WordingVerdict['dictionaryVersions'];

/** What a module calls its refusals: the codes that are answered, and the act in the audit trail. */
export interface WordingNames {
  readonly refused: string;
  /** For a place that would need a second look where nobody takes one. */
  readonly doubtful: string;
  readonly action: string;
}

/** Words that may not be said to members, with their places. */
class WordingRefusal extends PlacedRefusal {
  readonly reasonCodes: readonly string[];

  constructor(
    code: string,
    findings: readonly PlacedFinding[],
    readonly dictionaryVersions: Versions,
  ) {
    super(code, 422, findings.map(wordingIssueOf));
    this.reasonCodes = findings.map(({ reasonCode }) => reasonCode);
  }
}

/** Nothing that staff write reaches members with words that may not be said to them. */
export abstract class GuardedWording {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly moderation: Moderation,
    private readonly names: WordingNames,
  ) {}

  /** @throws {PlacedRefusal} `refused` with the place of each finding; the findings that need a second look pass. */
  async requireSayable(text: string): Promise<WordingVerdict> {
    const { dictionaryVersions, findings } = await this.check(text);
    const refused = findings.filter(({ level }) => level === 'refused');
    if (refused.length > 0) throw new WordingRefusal(this.names.refused, refused, dictionaryVersions);
    return { dictionaryVersions, findings };
  }

  /**
   * For what goes out without a reviewer: a place that would need a second look is to be said in other words.
   * @throws {PlacedRefusal} also `doubtful`
   */
  async requireClear(text: string): Promise<Versions> {
    const { dictionaryVersions, findings } = await this.requireSayable(text);
    if (findings.length > 0) throw new WordingRefusal(this.names.doubtful, findings, dictionaryVersions);
    return dictionaryVersions;
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
      if (error instanceof WordingRefusal) {
        const { dictionaryVersions, reasonCodes } = error;
        const inputs = { dictionaryVersions, reasonCodes: [...reasonCodes] };
        await this.database.runInTransaction((tx) =>
          this.audit.record(tx, { actor, action: this.names.action, ...subject, inputs }),
        );
      }
      throw error;
    }
  }

  protected check(text: string): Promise<WordingVerdict> {
    return this.moderation.check([{ path: 'text', text, isMarkedWrong: false }]);
  }
}
