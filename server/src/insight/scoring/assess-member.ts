import {
  afb2023,
  relationRules,
  relationStage,
  scoreAfb2023,
  type Purchase,
  type RelationFacts,
  type StageCode,
} from '@siyu/shared/rfm';
import type { EpochDay } from '@siyu/shared/time';
import type { KeptScore } from './facts-sink.ts';

/** Everything about one member that scoring reads, up to `seq`. */
export interface ScoringInput {
  readonly memberNo: number;
  readonly seq: number;
  /** May be processed for profiling. */
  readonly isProfiled: boolean;
  readonly isAccountLinked: boolean;
  /** An account is linked and the separate consent to look at it is in force. */
  readonly isAccountReadable: boolean;
  readonly purchases: readonly Purchase[];
  readonly relation: RelationFacts;
  readonly lessonsCompleted: number;
  readonly lastActiveAt: number | null;
}

export interface Assessment {
  readonly input: ScoringInput;
  readonly asOf: EpochDay;
  readonly stage: StageCode;
  readonly rulesVersion: number;
  /** Null for members without a readable account and for those who have not agreed to profiling. */
  readonly score: KeptScore | null;
  readonly nextChangeOn: EpochDay | null;
}

/** Stage and score of one member: a pure function of the facts, the day and the stage held so far. */
export function assessMember(input: ScoringInput, asOf: EpochDay, held: StageCode | undefined): Assessment {
  const { stage } = relationStage(input.relation, held);
  const base = { input, asOf, stage, rulesVersion: relationRules.version };
  if (!input.isProfiled || !input.isAccountReadable) return { ...base, score: null, nextChangeOn: null };
  const scored = scoreAfb2023(input.purchases, asOf, afb2023);
  return {
    ...base,
    nextChangeOn: scored.nextChangeOn,
    score: {
      modelId: afb2023.id,
      modelVersion: afb2023.version,
      windowDays: scored.windowDays,
      purchases: scored.purchases,
      amountFen: scored.amountFen,
      benefitFen: scored.benefitFen,
      amountBand: scored.amountBand,
      frequencyBand: scored.frequencyBand,
      benefitBand: scored.benefitBand,
      scoreHundredths: scored.scoreHundredths,
      group: scored.group,
      groupRow: scored.groupRow,
      lastPurchaseOn: scored.lastPurchaseOn,
    },
  };
}
