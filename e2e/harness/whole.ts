import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { freePort } from '../../tools/mariadb.ts';
import { SANDBOX_KEYS } from '../../tools/sandbox-callbacks.ts';
import { copyDemoFirm } from './demo-firm.ts';
import { openMysql, openSqlite, type DatabaseView } from './database.ts';
import { startPart, untilReady, type Part } from './part.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const DEMO_PASSWORD = 'siyu-e2e-password';
/** What the core system of the firm shows at the machine routes. */
export const CORE_TOKEN = 'e2e-core-system-token-of-thirty-two-characters';

const WECHAT = { WECHAT_APP_ID: 'wxe2e0000000000001', WECHAT_APP_SECRET: 'e2e-app-secret-0001' };
const { WECOM_CORP_ID, WECOM_CONTACT_SECRET, WECOM_AGENT_ID } = SANDBOX_KEYS;
const WECOM = { WECOM_CORP_ID, WECOM_CONTACT_SECRET, WECOM_AGENT_ID };

export interface WholeOptions {
  readonly demo: 'full' | 'none';
  readonly engine?: 'sqlite' | 'mysql';
  /** Which MariaDB to use; absent: the quick one of this run. */
  readonly mariadbUrl?: string | undefined;
  /** The firm has WeCom: the box's, which may hold the sidebar in its chat window. */
  readonly hasWecom?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  /** A backup to begin with, by its path from the root. */
  readonly restoreFrom?: string;
}

/** The built server and the sandbox, each in a process of its own, on a data directory of their own. */
export interface Whole {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly dataDir: string;
  /** What the server was started with, for those who start another one beside it. */
  readonly environment: Readonly<Record<string, string>>;
  /** The server's log so far. */
  log(): string;
  openDatabase(): Promise<DatabaseView>;
  /** SIGKILL, no goodbye. */
  killServer(): Promise<void>;
  /** Lets it go on after a SIGSTOP. */
  resumeServer(): void;
  /** Starts it again on the same data and port. */
  restartServer(): Promise<void>;
  close(): Promise<void>;
}

async function createMysqlDatabase(
  base = process.env['SIYU_TEST_MARIADB'],
): Promise<{ url: string; drop: () => Promise<void> }> {
  if (base === undefined) throw new Error('SIYU_TEST_MARIADB names the MariaDB of this run');
  const name = `siyu_e2e_${process.pid}_${Math.trunc(performance.now())}`;
  const admin = async (sql: string): Promise<void> => {
    const connection = await createConnection(base);
    await connection.query(sql);
    await connection.end();
  };
  await admin(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return { url: new URL(name, base).href, drop: () => admin(`DROP DATABASE ${name}`) };
}

function restore(file: string, env: Readonly<Record<string, string>>): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'server/dist/cli/restore.js'), join(ROOT, file)],
    { env: { ...process.env, NODE_OPTIONS: '', ...env }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${file} was not restored:\n${stdout}${stderr}`);
}

export async function startWhole(options: WholeOptions): Promise<Whole> {
  const dataDir = mkdtempSync(join(tmpdir(), 'siyu-e2e-'));
  const [port, sandboxPort] = [await freePort(), await freePort()];
  const [url, sandboxUrl] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${sandboxPort}`];
  const mysql = options.engine === 'mysql' ? await createMysqlDatabase(options.mariadbUrl) : null;
  const env = {
    PORT: String(port),
    SIYU_DATA_DIR: dataDir,
    SANDBOX_URL: sandboxUrl,
    ...WECHAT,
    SIYU_DEMO: options.demo === 'full' ? '1' : '0',
    SIYU_DEMO_PASSWORD: DEMO_PASSWORD,
    // As many as every page needs; the whole firm is loaded by its own test.
    SIYU_DEMO_MEMBERS: '400',
    CORE_SYSTEM_TOKEN: CORE_TOKEN,
    // All phones of a test at once are no overload; the test of overload says so itself.
    SHED_AFTER_MS: '3600000',
    ...(options.hasWecom === true ? { ...WECOM, WECOM_FRAME_ORIGIN: sandboxUrl } : {}),
    ...(mysql === null ? {} : { DATABASE_URL: mysql.url }),
    ...options.env,
  };
  if (options.restoreFrom !== undefined) restore(options.restoreFrom, env);
  else if (options.demo === 'full' && mysql === null) await copyDemoFirm(ROOT, env, dataDir);
  const startServer = (): Part => startPart('server', join(ROOT, 'server/dist/main.js'), env);
  const sandbox = startPart('sandbox', join(ROOT, 'sandbox/dist/main.js'), {
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_APP_URL: `${url}/app/`,
    ...WECHAT,
  });
  let server = startServer();
  const close = async (): Promise<void> => {
    await Promise.all([server.end(), sandbox.end()]);
    rmSync(dataDir, { recursive: true, force: true });
    await mysql?.drop();
  };
  try {
    await untilReady(sandbox, `${sandboxUrl}/__control/health`, 20_000);
    await untilReady(server, `${url}/readyz`, 120_000);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    url,
    sandboxUrl,
    dataDir,
    environment: env,
    log: () => server.said(),
    openDatabase: async () => (mysql === null ? openSqlite(sqliteFile(dataDir)) : openMysql(mysql.url)),
    killServer: () => server.end('SIGKILL'),
    resumeServer: () => void server.process.kill('SIGCONT'),
    restartServer: async () => {
      await server.end();
      server = startServer();
      await untilReady(server, `${url}/readyz`, 120_000);
    },
    close,
  };
}

function sqliteFile(dataDir: string): string {
  const name = readdirSync(dataDir).find((each) => /[.](sqlite|sqlite3|db)$/.test(each));
  if (name === undefined) throw new Error(`no SQLite file in ${readdirSync(dataDir).join(', ')}`);
  return join(dataDir, name);
}
