import { AppError } from '../../platform/http/index.ts';

/** Also for one outside the caller's reach: both look alike. */
export const brakeNotFound = () => new AppError('brakes.not_found', 404);
export const alreadyOn = () => new AppError('brakes.already_on', 409);
export const alreadyReleased = () => new AppError('brakes.already_released', 409);
/** A kind that the caller's roles do not stop, or a target outside their reach. */
export const notYours = () => new AppError('brakes.not_yours', 403);
export const targetUnknown = () => new AppError('brakes.target_unknown', 422);
/** A product without a code or a name. */
export const targetMissing = () => new AppError('brakes.target_missing', 422);
