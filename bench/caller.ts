import { Agent, request } from 'node:http';

/** Calls one server over connections that stay open. */
export interface Caller {
  /** @returns the body; @throws {Error} unless the answer is 200 */
  readonly call: (method: string, path: string, token: string, body?: string) => Promise<string>;
  readonly close: () => void;
}

/** @param connections at most so many at a time; further calls wait, and their wait counts */
export function openCaller(url: string, connections: number): Caller {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: connections, noDelay: true });
  return {
    call: (method, path, token, body) =>
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
          answer.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            if (answer.statusCode === 200) resolve(text);
            else reject(new Error(`${method} ${path} answers ${answer.statusCode}: ${text}`));
          });
          answer.on('error', reject);
        });
        call.on('error', reject);
        call.end(body);
      }),
    close: () => agent.destroy(),
  };
}
