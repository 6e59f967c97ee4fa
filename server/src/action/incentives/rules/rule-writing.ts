import { Injectable } from '@nestjs/common';
import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { INCENTIVE_SUBJECT, INCENTIVES_MAX } from '@siyu/shared/contracts/incentive-rules.limits';
import { z } from 'zod';
import { Audit, sha256OfJson } from '../../../foundation/audit/index.ts';
import { Reviews } from '../../../foundation/reviews/index.ts';
import { Clock, Randomness } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { once } from '../../../platform/idempotency/index.ts';
import { IncentiveRule, IncentiveRuleVersion } from './incentive-rule.entity.ts';
import { type CheckedDraft, RuleChecks } from './rule-checks.ts';
import { draftOf, writtenOf } from './rule-draft.ts';
import { RuleSteps } from './rule-steps.ts';
import { RuleWording, wordsOf } from './rule-wording.ts';
import { alreadyHandedIn, guardRefused, nothingWritten, ruleNotFound, tooManyRules } from './rules.errors.ts';

const Made = z.object({ ruleId: z.string() });
const Kept = z.array(z.object({ ruleNo: z.number(), state: z.string() }));

/** How operators write rules and hand them in: nothing of it concerns a member until another person has approved it. */
@Injectable()
export class RuleWriting {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly steps: RuleSteps,
    private readonly checks: RuleChecks,
    private readonly wording: RuleWording,
  ) {}

  /**
   * @param key of a sender who may have to ask again
   * @returns the id of the rule
   * @throws {AppError} incentives.too_many_rules
   */
  async create(author: Principal, draft: IncentiveDraft, key: string | null): Promise<string> {
    const asked = { principalId: author.id, requestSha256: sha256OfJson(draft), now: this.clock.now() };
    const work = async (tx: Transaction) => ({ ruleId: await this.begin(tx, author, draft) });
    const { ruleId } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return ruleId;
  }

  /**
   * What was with the reviewer is taken back; what was approved stays as it is until the draft is approved in its turn.
   * @throws {AppError} incentives.rule_not_found, incentives.rule_changed, incentives.act_refused
   */
  async rewrite(author: Principal, ruleId: string, draft: IncentiveDraft, revision: number): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const rule = await this.steps.lock(tx, ruleId, revision);
      await this.reviews.supersede(tx, INCENTIVE_SUBJECT, ruleId, author);
      const approved = await this.#approvedOf(tx, rule);
      const sha256 = sha256OfJson(draft);
      // What is approved already is no draft: so one is taken back.
      const isApproved = approved !== null && sha256OfJson(writtenOf(approved)) === sha256;
      const change = {
        name: draft.name,
        draft: isApproved ? null : JSON.stringify(draft),
        editorIds: isApproved ? [] : [...new Set([...rule.editorIds, author.id])],
        reviewId: null,
        authorId: author.id,
      };
      await this.steps.take(tx, rule, author, { act: 'EDIT', change, inputs: { sha256 } });
    });
  }

  /**
   * Asks for a second pair of eyes, after the guard and the check of its words.
   * @throws {AppError} incentives.nothing_written, incentives.already_handed_in, incentives.guard_refused,
   * incentives.wording_refused, incentives.rule_changed
   */
  async submit(actor: Principal, ruleId: string, revision: number): Promise<void> {
    const subject = { subjectKind: INCENTIVE_SUBJECT, subjectId: ruleId };
    const given = await this.database.read.findOneBy(IncentiveRule, { ruleId });
    if (given === null) throw ruleNotFound();
    const draft = draftOf(given);
    if (draft === null) throw nothingWritten();
    const dictionaryVersions = await this.wording.noteRefusal(actor, subject, () =>
      this.wording.requireClear(wordsOf(draft)),
    );
    const refused = await this.database.runInTransaction(async (tx) => {
      const rule = await this.steps.lock(tx, ruleId, revision);
      if (rule.reviewId !== null) throw alreadyHandedIn();
      const checked = await this.checks.check(tx.manager, draft, nextOf(rule));
      if (checked.frozen === null) return checked;
      const { sha256 } = checked;
      const { version } = nextOf(rule);
      const reviewId = await this.reviews.request(tx, {
        ...subject,
        subjectTitle: draft.name,
        version,
        sha256,
        requester: actor,
      });
      const inputs = { version, sha256, dictionaryVersions };
      await this.steps.take(tx, rule, actor, { act: 'SUBMIT', change: { reviewId }, inputs });
      return null;
    });
    if (refused !== null) await this.#refuse(actor, ruleId, refused);
  }

  /** A rule that may not be leaves a row in the trail: somebody wanted it (G-03). */
  async #refuse(actor: Principal, ruleId: string, { refusals, sha256 }: CheckedDraft): Promise<never> {
    const inputs = { sha256, refusals: refusals.map((each) => ({ ...each })) };
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor,
        action: 'incentives.refuse',
        subjectKind: INCENTIVE_SUBJECT,
        subjectId: ruleId,
        inputs,
      }),
    );
    throw guardRefused(refusals);
  }

  /** The same, in a transaction that does more. @throws {AppError} incentives.too_many_rules */
  async begin(tx: Transaction, author: Principal, draft: IncentiveDraft): Promise<string> {
    // Two who begin one at once do so one after the other; on SQLite there is one writer anyway.
    const lock = this.database.engine === 'mysql' ? ' FOR UPDATE' : '';
    const kept = Kept.parse(
      await tx.manager.query(`SELECT rule_no AS ruleNo, state FROM incentive_rules ORDER BY rule_no${lock}`),
    );
    if (kept.filter(({ state }) => state !== 'RETIRED').length >= INCENTIVES_MAX)
      throw tooManyRules(INCENTIVES_MAX);
    const ruleId = this.randomness.uuid();
    const row: IncentiveRule = {
      ruleId,
      ruleNo: (kept.at(-1)?.ruleNo ?? 0) + 1,
      name: draft.name,
      state: 'DRAFT',
      draft: JSON.stringify(draft),
      latestVersion: 0,
      editorIds: [author.id],
      reviewId: null,
      stepNo: 0,
      revision: 1,
      authorId: author.id,
      changedAt: this.clock.now(),
    };
    await insertRows(tx, IncentiveRule, [row]);
    await this.audit.record(tx, {
      actor: author,
      action: 'incentives.create',
      subjectKind: INCENTIVE_SUBJECT,
      subjectId: ruleId,
      inputs: { ruleNo: row.ruleNo, sha256: sha256OfJson(draft) },
    });
    return ruleId;
  }

  #approvedOf({ manager }: Transaction, { ruleId, latestVersion }: IncentiveRule) {
    return manager.findOneBy(IncentiveRuleVersion, { ruleId, version: latestVersion });
  }
}

/** What its draft would be when it is approved. */
export const nextOf = ({ ruleNo, latestVersion }: Pick<IncentiveRule, 'ruleNo' | 'latestVersion'>) => ({
  ruleNo,
  version: latestVersion + 1,
});
