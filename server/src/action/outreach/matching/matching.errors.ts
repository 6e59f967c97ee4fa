import { AppError } from '../../../platform/http/index.ts';

export const memberNotFound = () => new AppError('identity.member_not_found', 404);
