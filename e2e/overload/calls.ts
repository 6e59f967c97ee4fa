import { Agent, request } from 'node:http';

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

/** A bare HTTP client: it must cost so little that the server, and not the client, is what is busy. */
export function caller(url: string): { call(call: Call): Promise<Outcome>; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 4_000 });
  const { hostname, port } = new URL(url);
  return {
    call: ({ method, path, token, body }) =>
      new Promise((resolve) => {
        const began = performance.now();
        const end = (status: number, hasRetryAfter = false): void =>
          resolve({ status, ms: performance.now() - began, hasRetryAfter });
        const headers = {
          authorization: `Bearer ${token}`,
          ...(body === null
            ? {}
            : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
        };
        const sent = request(
          { agent, hostname, port, method, path, headers, timeout: PATIENCE_MS },
          (answer) => {
            answer.resume();
            answer.on('end', () => end(answer.statusCode ?? 0, answer.headers['retry-after'] !== undefined));
            answer.on('error', () => end(0));
          },
        );
        sent.on('timeout', () => sent.destroy());
        sent.on('error', () => end(0));
        sent.end(body ?? undefined);
      }),
    close: () => agent.destroy(),
  };
}
