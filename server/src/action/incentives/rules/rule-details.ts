import { Injectable } from '@nestjs/common';
import type { IncentiveDetail, IncentiveVersion } from '@siyu/shared/contracts/incentive-rules';
import {
  INCENTIVE_ACTS,
  INCENTIVE_MOVES,
  INCENTIVE_STEPS_SHOWN,
  INCENTIVE_SUBJECT,
  INCENTIVE_VERSIONS_SHOWN,
  type IncentiveAct,
  nextIncentiveState,
  ROLES_OF_INCENTIVE_MOVE,
} from '@siyu/shared/contracts/incentive-rules.limits';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { ReviewList } from '../../../foundation/reviews/index.ts';
import { Database } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { FrozenRule } from './frozen-rule.ts';
import { IncentiveRule, IncentiveRuleStep, IncentiveRuleVersion } from './incentive-rule.entity.ts';
import { RuleDesk } from './rule-desk.ts';
import { draftOf, writtenOf } from './rule-draft.ts';
import { stateOf } from './rule-steps.ts';
import { ruleNotFound } from './rules.errors.ts';

const iso = (at: number): string => new Date(at).toISOString();
type NameOf = (staffId: string) => string;

/** Everything of a rule, as staff see it, with what the reader may do. */
@Injectable()
export class RuleDetails {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffDirectory,
    private readonly reviews: ReviewList,
    private readonly desk: RuleDesk,
  ) {}

  /** @throws {AppError} incentives.rule_not_found */
  async get(reader: Principal, ruleId: string): Promise<IncentiveDetail> {
    const { read } = this.database;
    const rule = await read.findOneBy(IncentiveRule, { ruleId });
    const [row] = rule === null ? [] : await this.desk.rowsOf([rule]);
    if (rule === null || row === undefined) throw ruleNotFound();
    const [versions, steps, open, lastReview] = await Promise.all([
      read.find(IncentiveRuleVersion, {
        where: { ruleId },
        order: { version: 'DESC' },
        take: INCENTIVE_VERSIONS_SHOWN,
      }),
      read.find(IncentiveRuleStep, {
        where: { ruleId },
        order: { stepNo: 'DESC' },
        take: INCENTIVE_STEPS_SHOWN,
      }),
      this.reviews.findOpen(INCENTIVE_SUBJECT, ruleId),
      this.reviews.findLastDecision(INCENTIVE_SUBJECT, ruleId),
    ]);
    const people = await this.staff.listStaffByIds([
      ...versions.flatMap(({ authorId, approvedById }) => [authorId, approvedById]),
      ...steps.flatMap(({ actorId }) => actorId ?? []),
    ]);
    const nameOf: NameOf = (staffId) => people.get(staffId)?.name ?? '';
    return {
      ...row,
      revision: rule.revision,
      draft: draftOf(rule),
      review:
        open === null
          ? null
          : {
              reviewId: open.reviewId,
              sha256: open.subjectSha256,
              requesterName: open.requesterName,
              requestedAt: open.requestedAt,
              mayDecide:
                reader.roles.includes('compliance') &&
                open.requesterId !== reader.id &&
                !rule.editorIds.includes(reader.id),
            },
      lastReview,
      versions: versions.map((version) => versionOf(version, nameOf)),
      steps: steps.flatMap(({ act, at, actorId, reason }) => {
        const known = INCENTIVE_ACTS.find((each) => each === act);
        const byName = actorId === null ? null : nameOf(actorId);
        return known === undefined ? [] : [{ act: known, at: iso(at), byName, reason }];
      }),
      mayDo: actsOf(reader, rule),
    };
  }
}

function versionOf(kept: IncentiveRuleVersion, nameOf: NameOf): IncentiveVersion {
  const { version, frozen, sha256, validFrom, validUntil, authorId, approvedById, approvedAt } = kept;
  return {
    version,
    written: writtenOf(kept),
    sha256,
    valueFen: FrozenRule.parse(JSON.parse(frozen)).valueFen,
    validFrom: iso(validFrom),
    validUntil: iso(validUntil),
    authorName: nameOf(authorId),
    approvedByName: nameOf(approvedById),
    approvedAt: iso(approvedAt),
  };
}

/** Of the acts that have a button, those that the table and the reader's roles allow; deciding is done at the review. */
function actsOf({ roles }: Principal, rule: IncentiveRule): IncentiveAct[] {
  const isOpenTo = (act: IncentiveAct) => nextIncentiveState(act, stateOf(rule)) !== null;
  const writes = roles.includes('operator')
    ? (['EDIT', ...(rule.draft !== null && rule.reviewId === null ? (['SUBMIT'] as const) : [])] as const)
    : [];
  const moves = INCENTIVE_MOVES.filter((act) =>
    ROLES_OF_INCENTIVE_MOVE[act].some((role) => roles.includes(role)),
  );
  return [...writes, ...moves].filter(isOpenTo);
}
