import { AppError } from '../../../platform/http/index.ts';

export const backtestNotFound = () => new AppError('backtests.not_found', 404);
/** No whole days of Shanghai, too many of them, or some that are not over. */
export const windowRefused = (most: number) => new AppError('backtests.window_refused', 422, { most });
/** Others have asked before, and their runs are not through. */
export const tooManyAtOnce = (most: number) => new AppError('backtests.too_many_at_once', 409, { most });
/** Nothing of the member that a rule could thank for. */
export const eventNotFound = () => new AppError('backtests.event_not_found', 404);
/** Also of somebody outside the caller's scope. */
export const memberNotFound = () => new AppError('backtests.member_not_found', 404);
