import { AppError } from '../../platform/http/index.ts';

export const staffNotFound = () => new AppError('organisation.staff_not_found', 404);
export const branchNotFound = () => new AppError('organisation.branch_not_found', 404);
export const branchPathInvalid = () => new AppError('organisation.branch_path_invalid', 422);
export const branchTaken = () => new AppError('organisation.branch_taken', 409);
export const samePassword = () => new AppError('organisation.same_password', 422);
export const wecomUserTaken = () => new AppError('organisation.wecom_user_taken', 409);
export const loginNameTaken = () => new AppError('organisation.login_name_taken', 409);
