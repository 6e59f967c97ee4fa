import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../../tools/mariadb.ts';

/** A wire between two parties that can be cut after something was asked and before it was answered. */
export interface TcpProxy {
  readonly port: number;
  /** How often an answer was withheld. */
  cuts(): number;
  /** The next bytes from the client that look like this are passed on; of the answer nothing comes back. */
  cutAnswerTo(asked: RegExp): void;
  close(): Promise<void>;
}

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const port = await freePort();
  const open = new Set<Socket>();
  let armed: RegExp | null = null;
  let cuts = 0;
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    let isCut = false;
    const end = (): void => {
      client.destroy();
      target.destroy();
    };
    for (const socket of [client, target]) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        open.delete(socket);
        end();
      });
    }
    client.on('data', (asked) => {
      if (armed?.test(asked.toString('latin1')) === true) {
        armed = null;
        isCut = true;
      }
      target.write(asked);
    });
    target.on('data', (answer) => {
      if (!isCut) {
        client.write(answer);
        return;
      }
      // The other side has answered: what was asked is done.
      cuts += 1;
      end();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    cuts: () => cuts,
    cutAnswerTo: (asked) => {
      armed = asked;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
