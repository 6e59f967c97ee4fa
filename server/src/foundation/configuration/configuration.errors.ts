import { AppError } from '../../platform/http/index.ts';

export const notConfigured = (key: string) => new AppError('configuration.not_configured', 500, { key });
/** A live version whose content no longer has the hash it was put live with. */
export const versionAltered = (key: string, version: number) =>
  new AppError('configuration.version_altered', 500, { key, version });
export const versionNotFound = () => new AppError('configuration.version_not_found', 404);
export const keyNotFound = () => new AppError('configuration.key_not_found', 404);
/** Another version came into force while somebody wrote theirs. */
export const baseOutdated = () => new AppError('configuration.base_outdated', 409);
export const nothingChanged = () => new AppError('configuration.nothing_changed', 409);
export const notYourProposal = () => new AppError('configuration.not_your_proposal', 403);
