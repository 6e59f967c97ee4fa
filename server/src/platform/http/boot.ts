import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import multipart from '@fastify/multipart';
import type { DynamicModule } from '@nestjs/common';
import { SIDEBAR_PATH } from '@siyu/shared/contracts/sidebar.limits';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '../config/index.ts';
import { Database, isMigrated } from '../database/index.ts';
import { Logger } from '../logging/index.ts';
import { Metrics } from '../metrics/index.ts';
import { serveDocumentation } from './documentation.ts';
import { addHooks, leaveInGoodTime, REQUEST_ID } from './hooks.ts';
import { LoadSigns } from './load-signs.ts';
import { readJsonBodies } from './json-bodies.ts';
import { readXmlBodies } from './xml-bodies.ts';
import { nestLog } from './nest-log.ts';
import { addOperations } from './operations.ts';
import { Readiness } from './readiness.ts';
import { assertRoutesSound } from './route-audit.ts';
import { shedLoad } from './shed-load.ts';
import { serveSites, type StaticSite } from './static-sites.ts';

const BODY_BYTES_MAX = 1_048_576;
const UPLOAD_BYTES_MAX = 64 * 1_048_576;

/** How long clients may take over what they do, in ms. */
export interface Patience {
  /** From the connection to the last byte of the headers. */
  readonly headersMs: number;
  /** From the first byte of a request to its last. */
  readonly requestMs: number;
  /** Between two bytes in either direction. */
  readonly silenceMs: number;
}
const PATIENCE: Patience = { headersMs: 10_000, requestMs: 30_000, silenceMs: 60_000 };

export interface BootOptions {
  readonly module: DynamicModule;
  readonly sites: readonly StaticSite[];
  /** Shorter for specs. */
  readonly patience?: Patience;
  /** May put another object in the place of one that the container made; for specs. */
  readonly replaceInstance?: (instance: unknown) => unknown;
}

/** Makes the application ready to listen: modules, guard, documentation, operations, clients. */
export async function bootApp({
  module,
  sites,
  patience = PATIENCE,
  replaceInstance,
}: BootOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    // A proxy on this machine says for whom it asks; nobody from outside can.
    trustProxy: 'loopback',
    requestTimeout: patience.requestMs,
    connectionTimeout: patience.silenceMs,
    // Node looks for what is overdue now and then only.
    http: { headersTimeout: patience.headersMs, connectionsCheckingInterval: patience.headersMs / 5 },
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    // A call on a connection that is open still is answered while the process ends.
    return503OnClosing: false,
    genReqId: ({ headers }: IncomingMessage) => {
      const given = headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    abortOnError: false,
    // Who starts the server explains what went wrong; afterwards Nest speaks through our log.
    logger: false,
    ...(replaceInstance === undefined ? {} : { instrument: { instanceDecorator: replaceInstance } }),
  });
  app.useLogger(nestLog(app.get(Logger)));
  const server = app.getHttpAdapter().getInstance();
  const config = app.get(Config);
  const database = app.get(Database);
  const readiness = app.get(Readiness);
  readiness.add('migrations', () => isMigrated(database));
  readJsonBodies(app, BODY_BYTES_MAX);
  readXmlBodies(app);
  const page = config.wecom?.page ?? null;
  addHooks(server, app.get(Metrics), {
    connectTo: config.sandboxUrl === null ? [] : [config.sandboxUrl],
    playFrom: config.liveStreamUrl === null ? [] : [new URL(config.liveStreamUrl).origin],
    guest: page === null ? null : { path: SIDEBAR_PATH, ...page },
  });
  leaveInGoodTime(server, readiness);
  const signs = app.get(LoadSigns);
  signs.add(() => database.isWaitedFor);
  shedLoad(server, app.get(Metrics), signs, config.shedAfterMs);
  await app.register(multipart, { limits: { fileSize: UPLOAD_BYTES_MAX, files: 1, fields: 10, parts: 11 } });
  addOperations(server, readiness, app.get(Metrics));
  serveSites(server, sites);
  assertRoutesSound(app);
  serveDocumentation(app);
  await app.init();
  await server.ready();
  return app;
}
