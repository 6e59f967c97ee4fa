import { AppError } from '../../platform/http/index.ts';

/** Nobody, or nobody of the caller's reach, or the caller. */
export const leaverNotFound = () => new AppError('handovers.leaver_not_found', 422);
export const successorNotFound = () => new AppError('handovers.successor_not_found', 422);
/** The leaver has customers in WeCom, and nobody there could have them. */
export const noWecomName = () => new AppError('handovers.no_wecom_name', 422);
export const alreadyRunning = () => new AppError('handovers.already_running', 409);
