import { AppError } from '../../platform/http/index.ts';

export const lessonNotFound = () => new AppError('content.lesson_not_found', 404);
export const memberNotFound = () => new AppError('identity.member_not_found', 404);
export const groupNotFound = () => new AppError('communities.group_not_found', 404);
