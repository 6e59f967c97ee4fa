import { AppError } from '../http/index.ts';

export const jobNotFound = () => new AppError('jobs.not_found', 404);
/** It runs by itself; a person is not needed. */
export const nothingToRun = () => new AppError('jobs.nothing_to_run', 409);
export const notStoppable = () => new AppError('jobs.not_stoppable', 409);
