import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './mariadb.ts';

export interface RedisServer {
  readonly url: string;
  /** SIGKILL: what it held is lost. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same port, empty. */
  readonly start: () => Promise<void>;
  /** One command, as redis-cli would send it. @returns its answer as it came */
  readonly command: (...words: readonly string[]) => Promise<string>;
  readonly stop: () => Promise<void>;
}

const SERVER = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) => existsSync(path));

export const hasRedis = (): boolean =>
  SERVER !== undefined && spawnSync(SERVER, ['--version'], { stdio: 'ignore' }).status === 0;

/** Starts a private Redis on loopback that writes nothing to disk. */
export async function startRedis(): Promise<RedisServer> {
  const base = mkdtempSync(join(tmpdir(), 'siyu-redis-'));
  const port = await freePort();
  const flags = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    base,
  ];
  let server: ChildProcess;
  const command = (...words: readonly string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = createConnection(port, '127.0.0.1', () => socket.write(`${words.join(' ')}\r\n`));
      socket.once('data', (data) => {
        socket.destroy();
        resolve(data.toString('utf8'));
      });
      socket.once('error', reject);
    });
  const start = async (): Promise<void> => {
    server = spawn(SERVER ?? '', flags, { stdio: 'ignore' });
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const answer = await command('PING').catch(() => '');
      if (answer.startsWith('+PONG')) return;
      await sleep(25);
    }
    throw new Error(`Redis does not answer on port ${port}`);
  };
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    start,
    command,
    stop: async () => {
      await kill();
      rmSync(base, { recursive: true, force: true });
    },
  };
}
