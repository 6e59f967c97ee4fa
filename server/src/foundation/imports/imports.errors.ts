import { AppError } from '../../platform/http/index.ts';

export const fileMissing = () => new AppError('imports.file_missing', 400);
