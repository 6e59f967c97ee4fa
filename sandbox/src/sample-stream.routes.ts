import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/** Where the stream of a live of our own stands: some seconds of a board that says so, which a player may repeat. */
const SAMPLE_STREAM_PATH = '/__stream/sample.webm';

/** What the firm's own video service would send: WeChat has no part in it. */
export function sampleStreamRoutes(app: FastifyInstance): void {
  const sample = readFileSync(new URL('../page/sample-live.webm', import.meta.url));
  app.get(SAMPLE_STREAM_PATH, async (_request, reply) => reply.type('video/webm').send(sample));
}
