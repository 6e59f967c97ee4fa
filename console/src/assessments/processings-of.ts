import { PROCESSINGS, type Processing, type ProcessingKind } from '@siyu/shared/contracts/assessments.limits';
import { processingSentences } from '@siyu/shared/messages';

const isProcessing = (name: string): name is Processing => name in PROCESSINGS;

/**
 * What of a kind the system itself does, as one sentence.
 * @example processingsOf('AUTOMATED_DECISION') // => '按行为和交易给客户评分，…'
 */
export const processingsOf = (kind: ProcessingKind): string =>
  Object.keys(PROCESSINGS)
    .filter(isProcessing)
    .filter((name) => PROCESSINGS[name] === kind)
    .map((name) => processingSentences[name])
    .join('；');
