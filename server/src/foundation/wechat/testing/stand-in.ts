import { createServer, type IncomingMessage } from 'node:http';

export interface StandInCall {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}
/** What it answers: JSON, bytes as a picture, a status, nothing at all, or a broken connection. */
export type StandInAnswer = object | Buffer | number | 'hang-up' | 'silence';

export interface StandIn {
  readonly url: string;
  /** Every call, in order. */
  readonly calls: StandInCall[];
  /** Calls of one path. */
  readonly callsOf: (path: string) => readonly StandInCall[];
  /** Answers of a path: the next call takes the first; the last one stays. */
  readonly answers: Map<string, StandInAnswer[]>;
  readonly close: () => Promise<void>;
}

/** A platform for specs that ask about our own side: it says what it is told to say. */
export async function openStandIn(): Promise<StandIn> {
  const calls: StandInCall[] = [];
  const answers = new Map<string, StandInAnswer[]>([
    ['/cgi-bin/stable_token', [{ access_token: 'token-1', expires_in: 7_200 }]],
  ]);
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const { pathname: path, searchParams: query } = new URL(request.url ?? '', 'http://platform');
      const body: unknown = text === '' ? null : JSON.parse(text);
      calls.push({ path, query, body });
      const waiting = answers.get(path) ?? [];
      const answer = (waiting.length > 1 ? waiting.shift() : waiting[0]) ?? { errcode: 0, errmsg: 'ok' };
      if (answer === 'silence') return;
      if (answer === 'hang-up') return void request.socket.destroy();
      if (typeof answer === 'number') return void response.writeHead(answer).end('<html></html>');
      if (Buffer.isBuffer(answer)) return void response.setHeader('content-type', 'image/png').end(answer);
      response.setHeader('content-type', 'text/plain').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    callsOf: (path) => calls.filter((call) => call.path === path),
    answers,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8');
}
