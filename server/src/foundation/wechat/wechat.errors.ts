import { AppError } from '../../platform/http/index.ts';

/** WeChat does not know the code, or it was used before: the phone asks for a new one. */
export const codeInvalid = () => new AppError('wechat.code_invalid', 401);
/** WeChat is away, slow, refuses us or cannot be understood. */
export const wechatUnavailable = () => new AppError('wechat.unavailable', 503);
