import type { ScoreReplay } from '@siyu/shared/contracts/scoring';
import { formatDay, type EpochDay } from '@siyu/shared/time';
import type { KeptRelation, KeptRfe, KeptScore, KeptState, KeptTie } from './kept-state.ts';
import type { Replay } from './score-replay.ts';

type WireState = ScoreReplay['replayed'];

/** A replay as it goes over the wire: days as texts. */
export function replayAnswer(memberId: string, replay: Replay): ScoreReplay {
  const { label, knownAt, originalSeq, presentSeq, isLogWhole, differing } = replay;
  return {
    memberId,
    asOf: formatDay(replay.asOf),
    label,
    knownAt,
    originalKnownAt: originalSeq,
    presentKnownAt: presentSeq,
    isLogWhole,
    replayed: stateOf(replay.replayed),
    stored: stateOf(replay.stored),
    differing: [...differing],
  };
}

function stateOf({ score, rfe, tie, relation }: KeptState): WireState {
  return {
    score: score && scoreOf(score),
    rfe: rfe && rfeOf(rfe),
    tie: tie && tieOf(tie),
    relation: relation && relationOf(relation),
  };
}

const FLAGS = ['isCore', 'highBenefitTail', 'lapsedKey', 'amountNegative', 'benefitNegative'] as const;

function scoreOf(score: KeptScore): NonNullable<WireState['score']> {
  const { modelId, preset, modelVersion, configVersion, countingVersion, windowDays, purchases } = score;
  const { amountFen, benefitFen, amountBand, frequencyBand, benefitBand } = score;
  return {
    modelId,
    preset,
    modelVersion,
    configVersion,
    countingVersion,
    windowDays,
    purchases,
    amountFen,
    benefitFen,
    amountBand,
    frequencyBand,
    benefitBand,
    scoreHundredths: score.scoreHundredths,
    group: score.groupCode,
    groupRow: score.groupRow,
    flags: FLAGS.filter((flag) => score[flag]),
    lastPurchaseOn: dayOf(score.lastPurchaseOn),
    nextChangeOn: dayOf(score.nextChangeOn),
  };
}

function rfeOf(rfe: KeptRfe): NonNullable<WireState['rfe']> {
  const { configVersion, recencyBand, frequencyBand, depthBand, activeDays } = rfe;
  return {
    configVersion,
    recencyBand,
    frequencyBand,
    depthBand,
    activeDays,
    lastActiveOn: dayOf(rfe.lastActiveOn),
    depth: worthOf(rfe.depthValue, rfe.depthAnchorOn),
    nextChangeOn: dayOf(rfe.nextChangeOn),
  };
}

function tieOf(tie: KeptTie): NonNullable<WireState['tie']> {
  return {
    configVersion: tie.configVersion,
    countingVersion: tie.countingVersion,
    band: tie.band,
    contact: worthOf(tie.contactValue, tie.contactAnchorOn),
    intensity: worthOf(tie.intensityValue, tie.intensityAnchorOn),
    memberReplies: worthOf(tie.memberRepliesValue, tie.memberRepliesAnchorOn),
    adviserReplies: worthOf(tie.adviserRepliesValue, tie.adviserRepliesAnchorOn),
    commitment: worthOf(tie.commitmentValue, tie.commitmentAnchorOn),
    nextChangeOn: dayOf(tie.nextChangeOn),
  };
}

function relationOf(relation: KeptRelation): NonNullable<WireState['relation']> {
  const { reached, next } = relation.evidence;
  return {
    stage: relation.stage,
    rulesVersion: relation.rulesVersion,
    reachedOn: formatDay(relation.reachedOn),
    reached: reached.map(({ stage, reachedOn, proof }) => ({
      stage,
      reachedOn: formatDay(reachedOn),
      proof: proof.map(({ code, factIds }) => ({ code, factIds: [...factIds] })),
    })),
    next: next && { stage: next.stage, steps: next.steps.map((step) => ({ ...step })) },
    nextChangeOn: dayOf(relation.nextChangeOn),
  };
}

function dayOf(day: EpochDay | null): string | null {
  return day === null ? null : formatDay(day);
}

function worthOf(value: number | null, anchorOn: EpochDay | null) {
  return value === null || anchorOn === null ? null : { value, anchorOn: formatDay(anchorOn) };
}
