import type { SegmentKind, TierCode } from '@siyu/shared/contracts/segments.limits';
import type { MemberFacts } from '../scoring/index.ts';

/** A tier with the version of the cuts that decided it. */
export interface DecidedTier {
  readonly tier: TierCode;
  readonly configVersion: number;
}
/** One segment a member is in. */
export interface Placement {
  readonly segmentKey: string;
  readonly configVersion: number | null;
}

/** The built-in segments of a member: one of each kind that is known. */
export function placementsOf(
  { stage, score }: Pick<MemberFacts, 'stage' | 'score'>,
  tier: DecidedTier | null,
): readonly Placement[] {
  const place = (
    kind: SegmentKind,
    code: string | number,
    configVersion: number | null = null,
  ): Placement => {
    return { segmentKey: `${kind}.${code}`, configVersion };
  };
  return [
    ...(stage === null ? [] : [place('stage', stage)]),
    ...(tier === null ? [] : [place('tier', tier.tier, tier.configVersion)]),
    ...(score === null
      ? []
      : [
          place('group', score.groupCode),
          place('amount', score.amountBand),
          place('frequency', score.frequencyBand),
          place('benefit', score.benefitBand),
        ]),
  ];
}
