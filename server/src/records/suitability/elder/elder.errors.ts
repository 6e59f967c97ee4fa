import { BIRTH_YEAR_STATEMENTS_MAX } from '@siyu/shared/contracts/elder.limits';
import { AppError } from '../../../platform/http/index.ts';

/** Also for one outside the caller's reach: both look alike. */
export const memberNotFound = () => new AppError('elder.member_not_found', 404);
export const noContact = () => new AppError('elder.no_contact', 404);
/** The contact is offered to whoever has reached the age, and asked of nobody else. */
export const notOfAge = () => new AppError('elder.not_of_age', 409);
export const yearAhead = () => new AppError('elder.year_ahead', 422);
export const tooManyStatements = () =>
  new AppError('elder.too_many_statements', 429, { most: BIRTH_YEAR_STATEMENTS_MAX });
