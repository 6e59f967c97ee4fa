import { AppError } from '../../platform/http/index.ts';

export const notOpenYet = () => new AppError('channels.not_open_yet', 403);
export const accountNotFound = () => new AppError('channels.account_not_found', 404);
export const placementNotFound = () => new AppError('channels.placement_not_found', 404);
export const handleTaken = () => new AppError('channels.handle_taken', 409);
export const placementNameTaken = () => new AppError('channels.placement_name_taken', 409);
export const tooManyPlacements = (most: number) =>
  new AppError('channels.too_many_placements', 409, { most });
export const lessonNotPublished = () => new AppError('channels.lesson_not_published', 422);
export const ownerMissing = () => new AppError('channels.owner_missing', 422);
export const ownerOutOfReach = () => new AppError('channels.owner_out_of_reach', 403);
/** WeChat is away or has too much to do. */
export const codeUnavailable = () => new AppError('channels.code_unavailable', 503);
export const placementRetired = () => new AppError('channels.placement_retired', 409);
export const linkUnavailable = () => new AppError('channels.link_unavailable', 503);
export const linkRefused = () => new AppError('channels.link_refused', 502);
/** WeChat says no, such as for a page that is not released yet. */
export const codeRefused = () => new AppError('channels.code_refused', 502);
