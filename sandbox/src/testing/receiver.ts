import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
  readonly type: string;
}

/** The server of an operator, as far as a push needs one: keeps what arrives and answers as told. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** The next answers; `success` when there are none left. A number is a status, null no answer at all. */
  readonly answers: (string | number | null)[];
  /** Spoils the echo of the verification. */
  echoes: boolean;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: (string | number | null)[] = [];
  const state = { echoes: true };
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const query = Object.fromEntries(new URL(request.url ?? '', 'http://x').searchParams);
      const type = request.headers['content-type'] ?? '';
      received.push({ method: request.method ?? '', query, body, type });
      if (request.method === 'GET') {
        response.end(state.echoes ? query['echostr'] : '"echo"');
        return;
      }
      const answer = answers.length === 0 ? 'success' : answers.shift();
      if (typeof answer === 'string') response.end(answer);
      else if (typeof answer === 'number') response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/push`,
    received,
    answers,
    get echoes() {
      return state.echoes;
    },
    set echoes(value) {
      state.echoes = value;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
