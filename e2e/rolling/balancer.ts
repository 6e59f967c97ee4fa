import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Balancer {
  readonly url: string;
  /** Ports that it sends work to now. */
  up(): readonly number[];
  close(): Promise<void>;
}

/** As often as a balancer asks each server whether it is ready. */
export const LOOK_MS = 100;

/**
 * The least that a balancer does: it asks every server whether it is ready, and takes turns among those that are.
 * It never tries another one for a call that was sent: what a server broke off stays broken.
 */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const ready = new Set<number>();
  const agent = new Agent({ keepAlive: true });
  let turn = 0;
  let isClosed = false;

  const pass = (asked: IncomingMessage, answer: ServerResponse): void => {
    const choice = [...ready];
    const port = choice[(turn += 1) % Math.max(1, choice.length)];
    const refuse = (): void => {
      if (!answer.headersSent) answer.writeHead(502);
      answer.end();
    };
    if (port === undefined) return refuse();
    const { method, url: path, headers } = asked;
    const passedOn = request(
      { agent, host: '127.0.0.1', port, method, path, headers: { ...headers, connection: 'keep-alive' } },
      (answered) => {
        const { connection: _, ...kept } = answered.headers;
        answer.writeHead(answered.statusCode ?? 502, kept);
        answered.pipe(answer);
        answered.on('error', () => answer.destroy());
      },
    );
    passedOn.on('error', refuse);
    asked.pipe(passedOn);
  };
  const look = async (port: number): Promise<void> => {
    while (!isClosed) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`, {
        headers: { connection: 'close' },
        signal: AbortSignal.timeout(5_000),
      }).catch(() => null);
      await answer?.arrayBuffer().catch(() => null);
      if (answer?.status === 200) ready.add(port);
      else ready.delete(port);
      await sleep(LOOK_MS);
    }
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const looking = ports.map(look);
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    up: () => [...ready].sort((a, b) => a - b),
    close: async () => {
      isClosed = true;
      await Promise.all(looking);
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
