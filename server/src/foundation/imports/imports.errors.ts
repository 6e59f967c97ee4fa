import { AppError } from '../../platform/http/index.ts';

export const fileMissing = () => new AppError('imports.file_missing', 400);
export const kindNotYours = () => new AppError('imports.kind_not_yours', 403);
