import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import type { Place } from '../lessons/check-draft.ts';

/** What each part of the editor is given. */
export interface DraftPartProps {
  readonly draft: IncentiveDraft;
  /** What is wrong, where it is to be shown. */
  readonly places: readonly Place[];
  readonly change: (next: Partial<IncentiveDraft>) => void;
}
