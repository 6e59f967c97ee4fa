import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics/index.ts';
import { AppError } from './app-error.ts';
import { liveLooks, LoadShedder } from './load-shedder.ts';
import type { LoadSigns } from './load-signs.ts';
import { toProblem } from './problem.filter.ts';

const RETRY_AFTER_SECONDS = 2;
const REFUSAL = new AppError('http.unavailable', 503, { retryAfterSeconds: RETRY_AFTER_SECONDS });

/**
 * Refuses calls of the API with 503 while more come than the process can answer in time. What those who run the
 * server ask (is it alive, is it ready, its figures) and the pages are always answered. It stands in front of
 * Fastify: a refusal that costs a fifth of an answer would itself be the overload at five times the load.
 */
export function shedLoad(
  server: FastifyInstance,
  metrics: Metrics,
  signs: LoadSigns,
  maxWaitMs: number,
): void {
  if (isNeverShed(process.env)) return;
  const shedder = new LoadShedder(
    maxWaitMs,
    liveLooks(() => signs.hasLine()),
  );
  const stop = shedder.watch();
  server.addHook('onClose', async () => stop());
  const handlers = server.server.listeners('request');
  server.server.removeAllListeners('request');
  server.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/v1/') === true) {
      const lane = request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write';
      if (!shedder.takes(lane)) {
        metrics.httpSeconds.observe({ operation: 'shed', status: String(REFUSAL.status) }, 0);
        refuse(response);
        return;
      }
      response.once('close', () => shedder.answered(lane));
    }
    for (const handle of handlers) Reflect.apply(handle, server.server, [request, response]);
  });
}

function refuse(response: ServerResponse): void {
  const id = randomUUID();
  response.writeHead(REFUSAL.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'retry-after': String(RETRY_AFTER_SECONDS),
    'cache-control': 'no-store',
    'x-request-id': id,
    'x-content-type-options': 'nosniff',
  });
  response.end(JSON.stringify(toProblem(REFUSAL, id)));
}

/** Takes the protection away, so that its test is seen to fail; only a process that runs as a test obeys. */
function isNeverShed(env: Readonly<Record<string, string | undefined>>): boolean {
  return env['NODE_ENV'] === 'test' && env['SIYU_SABOTAGE'] === 'never-shed';
}
