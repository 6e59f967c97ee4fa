import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics/index.ts';
import type { Readiness } from './readiness.ts';

/** What the people who run the server ask it; no part of the contracts. */
export function addOperations(server: FastifyInstance, readiness: Readiness, metrics: Metrics): void {
  server.get('/healthz', (_, reply) => reply.send({ isAlive: true }));
  server.get('/readyz', async (_, reply) => {
    const checks = await readiness.report();
    const isReady = Object.values(checks).every(Boolean);
    return reply.status(isReady ? 200 : 503).send({ isReady, checks });
  });
  server.get('/metrics', async (_, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
