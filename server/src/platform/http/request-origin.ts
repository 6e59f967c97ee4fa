import type { FastifyRequest } from 'fastify';

/** What a request shows of the phone or the browser that sends it. */
export interface RequestOrigin {
  readonly ip: string;
  readonly userAgent: string | undefined;
}

export function originOf({ headers, ip }: FastifyRequest): RequestOrigin {
  return { ip, userAgent: headers['user-agent'] };
}
