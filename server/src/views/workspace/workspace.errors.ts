import { AppError } from '../../platform/http/index.ts';

export const memberNotFound = () => new AppError('workspace.member_not_found', 404);
