import { AppError } from '../../platform/http/index.ts';

export const wecomAbsent = () => new AppError('outreach.wecom_absent', 503);
export const wecomUnavailable = () => new AppError('outreach.wecom_unavailable', 503);
export const foreignAddress = () => new AppError('outreach.foreign_address', 422);
export const chatNotFound = () => new AppError('outreach.chat_not_found', 404);
export const insertNotFound = () => new AppError('outreach.insert_not_found', 404);
export const settled = () => new AppError('outreach.settled', 409);
