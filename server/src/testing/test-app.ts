import 'reflect-metadata';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { noteRequest } from '../../../tools/recorded-requests.ts';
import { migrations } from '../migrations/index.ts';
import { FixedClock } from '../platform/clock/index.ts';
import { type Config, loadConfig } from '../platform/config/index.ts';
import { Database, type Engine } from '../platform/database/index.ts';
import { bootApp, type Patience, type StaticSite } from '../platform/http/index.ts';
import { PlatformModule } from '../platform/platform.module.ts';
import { createTestPlace, type TestPlace } from './test-database.ts';

/** 2026-11-24, 10:00 in Shanghai. */
export const TEST_NOW = Date.UTC(2026, 10, 24, 2);
export const TEST_CORE_TOKEN = 'core-system-token-of-the-specs';

/** Puts `useValue` in the place of every instance of a class; abstract classes are fine. */
export interface Override {
  readonly provide: abstract new (...args: never[]) => object;
  readonly useValue: object;
}

export interface TestAppOptions {
  readonly engine: Engine;
  /** Modules beside the platform; the specs of a module name it and what it stands on. */
  readonly modules?: readonly (Type | DynamicModule)[];
  readonly overrides?: readonly Override[];
  /** Environment variables of the configuration. */
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: number;
  readonly sites?: readonly StaticSite[];
  readonly patience?: Patience;
  /** An existing place, to start again on the same data; it is not released by `close`. */
  readonly place?: TestPlace;
}

export interface TestApp {
  /** Without a slash at the end. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  readonly database: Database;
  readonly config: Config;
  readonly close: () => Promise<void>;
}

/** Boots an application on a fresh, migrated database and a free port. Time stands still until the spec moves it. */
export async function createTestApp(options: TestAppOptions): Promise<TestApp> {
  const place = options.place ?? (await createTestPlace(options.engine));
  const release = async () => {
    if (options.place === undefined) await place.release();
  };
  const clock = new FixedClock(options.now ?? TEST_NOW);
  const config = loadConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    SIYU_DATA_DIR: place.dataDir,
    DATABASE_URL: place.databaseUrl ?? '',
    SANDBOX_URL: 'http://127.0.0.1:9',
    CORE_SYSTEM_TOKEN: TEST_CORE_TOKEN,
    TICK_MS: '10',
    LOG_LEVEL: process.env['SIYU_TEST_LOG'] ?? 'silent',
    LOGINS_PER_MINUTE: '100000',
    // A spec that goes on by hours has not left its desk.
    STAFF_IDLE_MINUTES: '720',
    // A spec that asks fifty things at once is no overload.
    SHED_AFTER_MS: '3600000',
    // Nor is a busy machine a frozen database.
    DATABASE_WAIT_MS: '60000',
    ...options.env,
  });
  try {
    const app = await bootApp({
      module: {
        module: TestModule,
        imports: [PlatformModule.of({ config, migrations, clock }), ...(options.modules ?? [])],
      },
      sites: options.sites ?? [],
      ...(options.patience === undefined ? {} : { patience: options.patience }),
      replaceInstance: replaceBy(options.overrides ?? []),
    });
    app
      .getHttpServer()
      .on('request', ({ method = '', url = '' }: IncomingMessage, answer: ServerResponse) => {
        answer.on('finish', () => noteRequest('http', method, url, answer.statusCode));
      });
    await app.listen(0, '127.0.0.1');
    const close = async () => {
      await app.close();
      await release();
    };
    return { url: await app.getUrl(), app, clock, database: app.get(Database), config, close };
  } catch (error) {
    await release();
    throw error;
  }
}

class TestModule {}

function replaceBy(overrides: readonly Override[]): (instance: unknown) => unknown {
  return (instance) => overrides.find(({ provide }) => instance instanceof provide)?.useValue ?? instance;
}
