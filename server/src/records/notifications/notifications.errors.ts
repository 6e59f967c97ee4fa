import { AppError } from '../../platform/http/index.ts';

export const consentRequired = () => new AppError('identity.consent_required', 403);
export const subjectUnknown = () => new AppError('notifications.subject_unknown', 404);
export const tooManyWishes = (most: number) => new AppError('notifications.too_many_wishes', 409, { most });
export const noticeNotFound = () => new AppError('notifications.not_found', 404);
