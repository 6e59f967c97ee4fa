import { AppError } from '../../platform/http/index.ts';

export const notConfigured = (key: string) => new AppError('configuration.not_configured', 500, { key });
/** A live version whose content no longer has the hash it was put live with. */
export const versionAltered = (key: string, version: number) =>
  new AppError('configuration.version_altered', 500, { key, version });
export const versionNotFound = () => new AppError('configuration.version_not_found', 404);
