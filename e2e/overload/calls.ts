import { Pool } from 'undici';

/** One call of the API as a client sees it. */
export interface Outcome {
  /** HTTP status; 0 when no answer came in time. */
  readonly status: number;
  readonly ms: number;
  readonly hasRetryAfter: boolean;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly body: string | null;
}

const PATIENCE_MS = 20_000;
/** Phones at a time; their sockets are opened once, so that it is the server and not the network that is asked. */
export const CONNECTIONS = 500;

/** A bare HTTP client: it must cost so little that the server, and not the client, is what is busy. */
export function caller(url: string): { call(call: Call): Promise<Outcome>; close(): Promise<void> } {
  const pool = new Pool(url, {
    connections: CONNECTIONS,
    pipelining: 1,
    headersTimeout: PATIENCE_MS,
    bodyTimeout: PATIENCE_MS,
  });
  return {
    call: async ({ method, path, token, body }) => {
      const began = performance.now();
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body === null ? {} : { 'content-type': 'application/json' }),
      };
      const end = (status: number, hasRetryAfter: boolean): Outcome => {
        return { status, ms: performance.now() - began, hasRetryAfter };
      };
      try {
        const answer = await pool.request({ method, path, headers, body });
        await answer.body.dump();
        return end(answer.statusCode, answer.headers['retry-after'] !== undefined);
      } catch {
        return end(0, false);
      }
    },
    close: () => pool.destroy(),
  };
}
