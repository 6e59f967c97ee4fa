import type { RuleFault } from '@siyu/shared/rules';
import { AppError, PlacedRefusal } from '../../platform/http/index.ts';

export const segmentNotFound = () => new AppError('segments.not_found', 404);
/** Each fault with its place in the tree and its code. */
export const ruleRefused = (faults: readonly RuleFault[]) =>
  new PlacedRefusal(
    'segments.rule_refused',
    422,
    faults.map(({ place, code }) => ({ path: place === '' ? 'rule' : `rule.${place}`, message: code })),
  );
/** With everything it asks for it is more than can be asked of everybody at once. */
export const ruleTooLarge = (most: number) => new AppError('segments.rule_too_large', 422, { most });
/** The segment that asks for this one already. */
export const circle = (name: string) => new AppError('segments.circle', 409, { name });
export const nameTaken = () => new AppError('segments.name_taken', 409);
export const draftChanged = () => new AppError('segments.draft_changed', 409);
export const nothingDrafted = () => new AppError('segments.nothing_drafted', 409);
export const retired = () => new AppError('segments.retired', 409);
/** The live segments that ask for it. */
export const stillUsed = (names: string) => new AppError('segments.still_used', 409, { names });
export const tooManySegments = (most: number) => new AppError('segments.too_many', 409, { most });
