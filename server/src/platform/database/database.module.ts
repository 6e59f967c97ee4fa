import { type DynamicModule, Module } from '@nestjs/common';
import { Randomness } from '../clock/index.ts';
import { Config } from '../config/index.ts';
import { Logger } from '../logging/index.ts';
import { Metrics } from '../metrics/index.ts';
import { Database } from './database.ts';
import { databasePlace } from './database-place.ts';
import { DatabaseCloser } from './database-closer.ts';
import { migrate } from './migrate.ts';
import { type OpenOptions, openDatabase } from './open.ts';
import { isRestoreUnfinished, RestoreUnfinished } from './unfinished-restore.ts';

@Module({})
export class DatabaseModule {
  /** Opens the database of the configuration and brings it up to the given migrations before anything else starts. */
  static of(migrations: OpenOptions['migrations']): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        DatabaseCloser,
        {
          provide: Database,
          inject: [Config, Randomness, Logger, Metrics],
          useFactory: async (config: Config, randomness: Randomness, logger: Logger, metrics: Metrics) => {
            const database = await openDatabase({
              at: databasePlace(config),
              migrations,
              waitMs: config.databaseWaitMs,
              jitter: () => Buffer.from(randomness.bytes(2)).readUInt16BE() / 65_536,
              onRetry: () => metrics.transactionRetries.inc(),
              onCallbackError: (error) => logger.error('afterCommit callback failed', { error }),
            });
            if (database.engine === 'mysql' && (await isRestoreUnfinished(database))) {
              await database.close();
              throw new RestoreUnfinished();
            }
            await migrate(database, config.databaseAdminUrl);
            return database;
          },
        },
      ],
      exports: [Database],
    };
  }
}
