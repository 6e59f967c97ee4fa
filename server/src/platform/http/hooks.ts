import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics/index.ts';
import type { Readiness } from './readiness.ts';

/** A request id may come from a proxy before us, when it looks like one. */
export const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

export interface HeaderOptions {
  /** Other origins that our pages may call: the phone in the sandbox. */
  readonly connectTo: readonly string[];
  /** Origins that our own player plays from. */
  readonly playFrom: readonly string[];
  /** A page that others bring something to; null: there is none. */
  readonly guest: GuestPage | null;
}

/** The one page with scripts from elsewhere, and which may stand in a frame where the settings name who holds it. */
export interface GuestPage {
  readonly path: string;
  readonly scripts: readonly string[];
  readonly frameOrigin: string | null;
}

/** What every answer carries, and the time it took. */
export function addHooks(server: FastifyInstance, metrics: Metrics, options: HeaderOptions): void {
  const { connectTo, playFrom, guest } = options;
  const policyOf = (more: readonly string[], framedBy: string): string =>
    [
      "default-src 'self'",
      ...more,
      // A picture that the person has picked is read from the browser's own memory before it is sent.
      `connect-src 'self' blob: ${[...new Set([...connectTo, ...playFrom])].join(' ')}`.trim(),
      `media-src 'self' blob: ${playFrom.join(' ')}`.trim(),
      "img-src 'self' data: blob:",
      "style-src 'self' 'unsafe-inline'",
      // Taro's H5 components bring their icons as a font inside the style sheet.
      "font-src 'self' data:",
      "object-src 'none'",
      "base-uri 'self'",
      `frame-ancestors ${framedBy}`,
    ].join('; ');
  const policy = policyOf([], "'none'");
  const guestPolicy =
    guest === null
      ? policy
      : policyOf(
          [`script-src 'self' ${guest.scripts.map((script) => new URL(script).origin).join(' ')}`],
          guest.frameOrigin ?? "'none'",
        );
  server.addHook('onRequest', async (request, reply) => {
    void reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    const isGuest = request.url.split('?')[0] === guest?.path;
    if (!request.url.startsWith('/docs'))
      void reply.header('content-security-policy', isGuest ? guestPolicy : policy);
    if (request.url.startsWith('/v1/')) void reply.header('cache-control', 'no-store');
  });
  server.addHook('onResponse', async (request, reply) => {
    const operation = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    metrics.httpSeconds.observe({ operation, status: String(reply.statusCode) }, reply.elapsedTime / 1_000);
  });
}

/** A process that is about to end lets no connection be used again: the next call goes to another one. */
export function leaveInGoodTime(server: FastifyInstance, readiness: Readiness): void {
  server.addHook('onRequest', async (_, reply) => {
    if (readiness.isLeaving) void reply.header('connection', 'close');
  });
}
