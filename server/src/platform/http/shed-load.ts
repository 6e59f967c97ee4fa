import type { FastifyInstance } from 'fastify';
import { AppError } from './app-error.ts';
import { LoadShedder } from './load-shedder.ts';
import { toProblem } from './problem.filter.ts';

const RETRY_AFTER_SECONDS = 2;

/**
 * Refuses calls of the API with 503 while more come than the process can answer in time. What those who run the
 * server ask (is it alive, is it ready, its figures) and the pages are always answered.
 */
export function shedLoad(server: FastifyInstance, maxWaitMs: number): void {
  const shedder = new LoadShedder(maxWaitMs);
  const inHand = new WeakSet<object>();
  const stop = shedder.watch();
  server.addHook('onClose', async () => stop());
  server.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/v1/') || isNeverShed(process.env)) return;
    if (shedder.takes()) {
      inHand.add(request);
      return;
    }
    const refusal = new AppError('http.unavailable', 503, { retryAfterSeconds: RETRY_AFTER_SECONDS });
    return reply
      .status(refusal.status)
      .header('retry-after', String(RETRY_AFTER_SECONDS))
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(toProblem(refusal, request.id)));
  });
  const leave = (request: object): void => {
    if (inHand.delete(request)) shedder.answered();
  };
  server.addHook('onResponse', async (request) => leave(request));
  server.addHook('onRequestAbort', async (request) => leave(request));
}

/** Takes the protection away, so that its test is seen to fail; only a process that runs as a test obeys. */
function isNeverShed(env: Readonly<Record<string, string | undefined>>): boolean {
  return env['NODE_ENV'] === 'test' && env['SIYU_SABOTAGE'] === 'never-shed';
}
