import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  openSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface MariaDb {
  /** mysql:// URL of the root user, without a database name. */
  readonly url: string;
  readonly port: number;
  /** SIGKILL, no goodbye; the data stay. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data and port. */
  readonly start: () => Promise<void>;
  /** SIGSTOP: connections stay open and nothing is answered until `thaw`. */
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

export interface MariaDbOptions {
  /** False: a commit is written out once a second only, so that a kill loses what was committed last. */
  readonly isFlushedAtCommit?: boolean;
  /** Folder that takes its data; absent: by kind. */
  readonly parent?: string;
}

const SERVER = ['/usr/sbin/mariadbd', '/usr/libexec/mariadbd', '/usr/sbin/mysqld'].find((path) =>
  existsSync(path),
);
const INSTALL = ['/usr/bin/mariadb-install-db', '/usr/bin/mysql_install_db'].find((path) => existsSync(path));

export function hasMariaDb(): boolean {
  return SERVER !== undefined && INSTALL !== undefined;
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}

let template: string | undefined;

/** System tables are made once per run and copied: two installs at a time collide. */
function installedTemplate(): string {
  if (template !== undefined) return template;
  const base = mkdtempSync(join(tmpdir(), 'siyu-mariadb-template-'));
  chmodSync(base, 0o777);
  const data = join(base, 'data');
  const made = spawnSync(
    INSTALL ?? '',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--tmpdir=${base}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...asNobody(),
    ],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`mariadb-install-db failed: ${made.stderr}`);
  template = data;
  return data;
}

/** Of each its own, and on no small disk: one that starts deletes what it finds there of temporary tables, whoever's they are. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'siyu-mariadb-tmp-'));
  chmodSync(folder, 0o777);
  return folder;
}

const asNobody = (): string[] => (process.getuid?.() === 0 ? ['--user=nobody'] : []);

/**
 * Starts a private MariaDB on loopback with its own data directory.
 * `memory`: on tmpfs without flushing, for suites that do not ask about durability; `disk`: flushed at every commit.
 */
export async function startMariaDb(kind: 'memory' | 'disk', options: MariaDbOptions = {}): Promise<MariaDb> {
  const usual = kind === 'memory' && existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const base = mkdtempSync(join(options.parent ?? usual, `siyu-mariadb-${kind}-`));
  chmodSync(base, 0o777);
  const data = join(base, 'data');
  mkdirSync(data);
  const temporary = temporaryFolder();
  cpSync(installedTemplate(), data, { recursive: true });
  if (process.getuid?.() === 0) spawnSync('chown', ['-R', 'nobody', base]);
  const port = await freePort();
  const log = join(base, 'server.log');
  writeFileSync(log, '');
  const file = openSync(log, 'a');
  const isFlushed = options.isFlushedAtCommit ?? kind === 'disk';
  const flags = [
    '--no-defaults',
    ...asNobody(),
    `--datadir=${data}`,
    `--tmpdir=${temporary}`,
    `--socket=${join(base, 's')}`,
    `--pid-file=${join(base, 'pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--innodb-snapshot-isolation=ON',
    '--max-connections=400',
    '--innodb-buffer-pool-size=256M',
    // What is on a small disk must leave room for rows.
    `--innodb-log-file-size=${options.parent === undefined ? '64M' : '8M'}`,
    '--skip-name-resolve',
    ...(kind === 'memory' ? ['--innodb-doublewrite=0', '--skip-log-bin'] : []),
    `--innodb-flush-log-at-trx-commit=${isFlushed ? 1 : 0}`,
  ];
  let server: ChildProcess;
  const start = async (): Promise<void> => {
    server = spawn(SERVER ?? '', flags, { stdio: ['ignore', file, file] });
    await untilListening(port, server, log);
  };
  const kill = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `mysql://root@127.0.0.1:${port}/`,
    port,
    kill,
    start,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    stop: async () => {
      await kill();
      closeSync(file);
      rmSync(base, { recursive: true, force: true });
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

async function untilListening(port: number, server: ChildProcess, log: string): Promise<void> {
  const { createConnection } = await import('mysql2/promise');
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null)
      throw new Error(`MariaDB ended at once:\n${readFileSync(log, 'utf8').slice(-2_000)}`);
    try {
      const connection = await createConnection({ host: '127.0.0.1', port, user: 'root' });
      await connection.end();
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error(`MariaDB does not answer on port ${port}; see ${log}`);
}

export function removeTemplate(): void {
  if (template !== undefined) rmSync(join(template, '..'), { recursive: true, force: true });
  template = undefined;
}
