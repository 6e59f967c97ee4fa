import { AppError } from '../http/index.ts';

export const unknownKind = () => new AppError('imports.unknown_kind', 404);
export const importNotFound = () => new AppError('imports.not_found', 404);
export const noRejects = () => new AppError('imports.no_rejects', 404);
export const alreadyEnded = () => new AppError('imports.already_ended', 409);
export const headerMissing = (columns: readonly string[]) =>
  new AppError('imports.header_missing', 400, { columns: columns.join('、') });
export const headerUnexpected = (columns: readonly string[]) =>
  new AppError('imports.header_unexpected', 400, { columns: columns.join('、') });
export const headerUnreadable = () => new AppError('imports.header_unreadable', 400);

/** Why an import stopped for good. */
export const INTERNAL_FAILURE = 'imports.internal_failure';
export const TOO_MANY_LINES = 'imports.too_many_lines';
export const UNKNOWN_KIND = 'imports.unknown_kind';
