import { formatDay } from '../../time/index.ts';
import type { Afb2023Model } from './afb-2023-model.ts';
import { modelName } from './model-name.ts';
import type { AfbBands } from './score-measures.ts';

/**
 * Everything that decided a group, as one line of text to be hashed and kept beside it: who replays the group
 * years later proves by the hash that the same sums, on the same day, under the same rules were looked at.
 *
 * @param scored what `scoreMeasures` said
 * @example
 * decisionInput(scoreMeasures(noMeasures, epochDay(20_781), afb2023), afb2023) // => 'afb-2023/paper/1|FREQUENCY_FIRST|2026-11-24|365|0|0|0|never'
 */
export function decisionInput(scored: AfbBands, model: Afb2023Model): string {
  return [
    modelName(model),
    model.groups.rule,
    formatDay(scored.asOf),
    scored.windowDays,
    scored.purchases,
    scored.amountFen,
    scored.benefitFen,
    scored.lastPurchaseOn === null ? 'never' : formatDay(scored.lastPurchaseOn),
  ].join('|');
}
