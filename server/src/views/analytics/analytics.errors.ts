import { AppError } from '../../platform/http/index.ts';

export const lessonNotFound = () => new AppError('content.lesson_not_found', 404);
