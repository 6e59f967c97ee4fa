import type { Refusal } from '@siyu/shared/incentives';
import { guardSentences } from '@siyu/shared/messages';
import { AppError, PlacedRefusal } from '../../../platform/http/index.ts';

export const ruleNotFound = () => new AppError('incentives.rule_not_found', 404);
/** Somebody else was faster: what was looked at is no longer what would be changed. */
export const ruleChanged = () => new AppError('incentives.rule_changed', 409);
/** The table of transitions has no such way. */
export const actRefused = () => new AppError('incentives.act_refused', 409);
/** Nothing is written that could be handed in. */
export const nothingWritten = () => new AppError('incentives.nothing_written', 409);
/** It is with the reviewer already. */
export const alreadyHandedIn = () => new AppError('incentives.already_handed_in', 409);
export const tooManyRules = (most: number) => new AppError('incentives.too_many_rules', 409, { most });
/** What the guard refuses, each with its place. */
export const guardRefused = (refusals: readonly Refusal[]) =>
  new PlacedRefusal(
    'incentives.guard_refused',
    422,
    refusals.map(({ requirement, code, place }) => ({
      path: place,
      message: `${guardSentences[code]}（${requirement}）`,
    })),
  );
/** It would end before anybody could be thanked, or after a year. */
export const daysPast = () => new AppError('incentives.days_past', 422);
export const editorMayNotReview = () => new AppError('incentives.editor_may_not_review', 403);
export const changedSinceReview = () => new AppError('incentives.changed_since_review', 409);
export const budgetEmpty = () => new AppError('incentives.budget_empty', 409);
export const notYourMove = () => new AppError('incentives.not_your_move', 403);

/** What refusals of wording are called here. */
export const INCENTIVE_WORDING = {
  refused: 'incentives.wording_refused',
  doubtful: 'incentives.wording_refused',
  action: 'incentives.refuse_wording',
};
