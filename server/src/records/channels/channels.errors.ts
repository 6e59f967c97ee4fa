import { AppError } from '../../platform/http/index.ts';

/** Why a line of the register is refused. */
export const FIELD_MISSING = 'channels.field_missing';
export const FIELD_UNEXPECTED = 'channels.field_unexpected';
export const VALUE_INVALID = 'channels.value_invalid';
export const BRANCH_UNKNOWN = 'channels.branch_unknown';
export const BRANCH_AMBIGUOUS = 'channels.branch_ambiguous';
export const EMPLOYEE_UNKNOWN = 'channels.employee_unknown';
export const EMPLOYEE_AMBIGUOUS = 'channels.employee_ambiguous';
export const TOLD_DIFFERENTLY = 'channels.told_differently';
export const TOO_MANY_PLACEMENTS = 'channels.too_many_placements';
export const OUT_OF_REACH = 'channels.owner_out_of_reach';

export const notOpenYet = () => new AppError('channels.not_open_yet', 403);
export const accountNotFound = () => new AppError('channels.account_not_found', 404);
export const placementNotFound = () => new AppError('channels.placement_not_found', 404);
export const handleTaken = () => new AppError('channels.handle_taken', 409);
export const placementNameTaken = () => new AppError('channels.placement_name_taken', 409);
export const tooManyPlacements = (most: number) => new AppError(TOO_MANY_PLACEMENTS, 409, { most });
export const lessonNotPublished = () => new AppError('channels.lesson_not_published', 422);
export const ownerMissing = () => new AppError('channels.owner_missing', 422);
export const ownerOutOfReach = () => new AppError(OUT_OF_REACH, 403);
/** WeChat is away or has too much to do. */
export const codeUnavailable = () => new AppError('channels.code_unavailable', 503);
export const placementRetired = () => new AppError('channels.placement_retired', 409);
export const linkUnavailable = () => new AppError('channels.link_unavailable', 503);
export const linkRefused = () => new AppError('channels.link_refused', 502);
/** WeChat says no, such as for a page that is not released yet. */
export const codeRefused = () => new AppError('channels.code_refused', 502);
