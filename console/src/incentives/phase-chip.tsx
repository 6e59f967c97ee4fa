import type { IncentiveRow } from '@siyu/shared/contracts/incentive-rules';
import type { IncentivePhase } from '@siyu/shared/contracts/incentive-rules.limits';
import { incentivePhaseNames } from '@siyu/shared/messages';

const tones = {
  DRAFT: '',
  IN_REVIEW: 'chip-warning',
  SCHEDULED: 'chip-gold',
  LIVE: 'chip-success',
  PAUSED: 'chip-warning',
  EXHAUSTED: 'chip-error',
  ENDED: 'chip-quiet',
  RETIRED: 'chip-quiet',
} as const satisfies Record<IncentivePhase, string>;

/** Where a rule stands, and what is written beside what gives now. */
export function PhaseChips({
  phase,
  version,
  hasDraft,
  isInReview,
}: Pick<IncentiveRow, 'phase' | 'version' | 'hasDraft' | 'isInReview'>) {
  return (
    <span className="chips">
      <span className={`chip ${tones[phase]}`}>{incentivePhaseNames[phase]}</span>
      {version > 0 && phase !== 'RETIRED' && hasDraft && (
        <span className="chip chip-warning">{isInReview ? '修改复核中' : '有未提交的修改'}</span>
      )}
    </span>
  );
}
