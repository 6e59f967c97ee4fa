import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import type { OpenOptions } from './open.ts';

/** Where the database of a configuration is: a URL, or the file in the data folder. */
export function databasePlace(config: Pick<Config, 'databaseUrl' | 'dataDir'>): OpenOptions['at'] {
  return config.databaseUrl === null
    ? { file: join(config.dataDir, 'siyu.sqlite') }
    : { url: config.databaseUrl };
}
