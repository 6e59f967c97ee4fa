import { INTERACTION_TYPES } from '../../records/engagement/index.ts';
import type { Assessment } from './assess-member.ts';
import type { MemberFacts } from './facts-sink.ts';

/** An assessment as readers of facts see it; null for one of whom nothing is kept. */
export function memberFactsOf({ input, asOf, kept, nextChangeOn }: Assessment): MemberFacts | null {
  const { score, rfe, tie, relation } = kept;
  if (relation === null) return null;
  const { memberNo, seq, isAccountLinked, isProfiled, refused, lessonsCompleted, days } = input;
  const isStageUsed = !refused.has('STAGE');
  const lastActiveAt = days
    .filter(({ type }) => INTERACTION_TYPES.includes(type))
    .reduce<number | null>((last, day) => Math.max(last ?? day.lastAt, day.lastAt), null);
  return {
    memberNo,
    seq,
    asOf,
    nextChangeOn,
    stage: isStageUsed ? relation.stage : null,
    stageReachedOn: isStageUsed ? relation.reachedOn : null,
    isAccountLinked,
    isProfiled,
    refused,
    areHoldingsReadable: isProfiled && input.isAccountReadable && !refused.has('ASSET_CLASS'),
    lessonsCompleted,
    lastActiveAt,
    score,
    rfe,
    tie,
  };
}
