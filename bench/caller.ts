import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Calls one server over connections that stay open. */
export interface Caller {
  /**
   * A call that is refused for the load is sent again when the answer says, as phones do; the wait counts.
   * @returns the body; @throws {Error} unless the answer is 200 in the end
   */
  readonly call: (method: string, path: string, token: string, body?: string) => Promise<string>;
  readonly close: () => void;
}

interface Answer {
  readonly status: number | undefined;
  readonly retryAfterSeconds: number;
  readonly text: string;
}

const TRIES = 30;
const IDLE_MS = 5_000;

/** Calls over new connections: those that lay idle while this process was busy elsewhere may be ending just now. */
export async function withCaller<Result>(
  url: string,
  connections: number,
  work: (caller: Caller) => Promise<Result>,
): Promise<Result> {
  const caller = openCaller(url, connections);
  try {
    return await work(caller);
  } finally {
    caller.close();
  }
}

/** @param connections at most so many at a time; further calls wait, and their wait counts */
export function openCaller(url: string, connections: number): Caller {
  const { hostname, port } = new URL(url);
  // The server ends connections that were idle for ten seconds: one is not to be used at that moment.
  const agent = new Agent({ keepAlive: true, maxSockets: connections, noDelay: true, timeout: IDLE_MS });
  const ask = (method: string, path: string, token: string, body: string | undefined): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const call = request({ agent, hostname, port, method, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            retryAfterSeconds: Number(answer.headers['retry-after'] ?? 1),
            text: Buffer.concat(chunks).toString(),
          }),
        );
        answer.on('error', reject);
      });
      call.on('error', reject);
      call.end(body);
    });
  return {
    call: async (method, path, token, body) => {
      for (let tries = 1; ; tries += 1) {
        const { status, retryAfterSeconds, text } = await ask(method, path, token, body);
        if (status === 200) return text;
        if (status !== 503 || tries === TRIES)
          throw new Error(`${method} ${path} answers ${status}: ${text}`);
        await sleep(retryAfterSeconds * 1000);
      }
    },
    close: () => agent.destroy(),
  };
}
