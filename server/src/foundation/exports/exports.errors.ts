import { AppError } from '../../platform/http/index.ts';

export const ASKER_GONE = 'exports.asker_gone';
export const ASKER_NOT_ALLOWED = 'exports.asker_not_allowed';
export const TOO_MANY_ROWS = 'exports.too_many_rows';
export const INTERNAL_FAILURE = 'exports.internal_failure';

export const exportNotFound = () => new AppError('exports.not_found', 404);
export const kindNotAllowed = () => new AppError('exports.asker_not_allowed', 403);
export const nothingToExport = () => new AppError('exports.nothing', 409);
export const tooManyRows = (max: number) => new AppError('exports.too_many_rows', 409, { max });
export const tooManyOpen = (max: number) => new AppError('exports.too_many_open', 429, { max });
export const alreadyEnded = () => new AppError('exports.already_ended', 409);
export const fileNotThere = () => new AppError('exports.file_not_there', 409);
