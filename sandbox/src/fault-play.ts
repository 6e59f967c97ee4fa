import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './faults.ts';

const SLOW_MS = 5_000;
/** Longer than any client waits. */
const TIME_OUT_MS = 60_000;

/** Faults under which the call still arrives; the others keep it from being read at all. */
export const letsThrough = ({ kind }: Fault): boolean => kind === 'slow' || kind === 'dropped';

/** The line goes dead: no status, no body. */
export function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.raw.socket.destroy();
  return reply.hijack();
}

/** Waits when the fault is a slow one. */
export async function delayBy(fault: Fault | null): Promise<void> {
  if (fault?.kind === 'slow') await wait(fault.delayMs ?? SLOW_MS);
}

/** Answers, or does not, as the fault says; `busy` has a shape of its own at each platform. */
export async function breakAnswer(
  fault: Fault,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (fault.kind === 'server_error') {
    return reply.code(502).type('text/html').send('<html><body>502 Bad Gateway</body></html>');
  }
  if (fault.kind === 'not_json') return reply.type('text/html').send('<html><body>busy</body></html>');
  if (fault.kind === 'time_out') {
    const over = new AbortController();
    request.raw.socket.once('close', () => over.abort());
    // Whoever hangs up first ends it.
    await wait(fault.delayMs ?? TIME_OUT_MS, undefined, { signal: over.signal, ref: false }).catch(
      () => null,
    );
  }
  return hangUp(request, reply);
}
