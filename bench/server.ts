import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startPart, untilReady } from '../e2e/harness/part.ts';
import { freePort } from '../tools/mariadb.ts';
import type { Store } from './store.ts';

/** What the core system of the firm shows at the machine routes. */
export const CORE_TOKEN = 'core-system-token-of-the-benches-0001';

/** The built server in a process of its own. */
export interface Server {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** Measured is what a deployment starts. */
const UNIT = readFileSync('deploy/systemd/siyu.service', 'utf8');
const NODE_OPTIONS = /^Environment=NODE_OPTIONS=(.+)$/m.exec(UNIT)?.[1] ?? '';

const settingsOf = (store: Store): Record<string, string> => ({
  SIYU_DATA_DIR: store.dataDir,
  DATABASE_URL: store.databaseUrl ?? '',
  // Nobody answers there: the phones of a bench are signed in already.
  SANDBOX_URL: 'http://127.0.0.1:9',
  CORE_SYSTEM_TOKEN: CORE_TOKEN,
  LOG_LEVEL: 'error',
});

/** Starts it and waits until it is ready, which includes the migrations. */
export async function startServer(store: Store, env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const part = startPart('server', 'server/dist/main.js', {
    HOST: '127.0.0.1',
    PORT: String(port),
    NODE_OPTIONS,
    ...settingsOf(store),
    ...env,
  });
  try {
    await untilReady(part, `${url}/readyz`, 60_000);
  } catch (error) {
    await part.end();
    throw error;
  }
  const { pid } = part.process;
  if (pid === undefined) throw new Error('a server without a process');
  return {
    url,
    pid,
    stop: async () => {
      const said = part.said();
      await part.end();
      // What a server complains about belongs to the figures.
      if (said.includes('"level":50') || said.includes('"level":"error"')) console.error(said.slice(-2_000));
    },
  };
}

/** Makes the tables, as the start of a server does, and leaves nothing running. */
export async function makeTables(store: Store): Promise<void> {
  await (await startServer(store, { RUNS_JOBS: 'false' })).stop();
}

/** Loads the demo firm with the built command. */
export async function loadDemoFirm(store: Store, members: number): Promise<void> {
  const args = ['server/dist/cli/demo-generate.js', '--members', String(members)];
  const env = { ...process.env, ...settingsOf(store) };
  const command = spawn(process.execPath, args, { env, stdio: 'ignore' });
  const code = await new Promise((resolve) => command.once('exit', resolve));
  if (code !== 0) throw new Error(`demo:generate ended with ${String(code)}`);
}

/** How far the job that scores everybody has come, epoch ms. */
const FullRun = z.object({ startedAt: z.number(), finishedAt: z.number().nullable(), touched: z.number() });
export interface FinishedRun {
  readonly seconds: number;
  readonly touched: number;
}

/** Waits until everybody is scored under the present models and nobody is due: what a server does after its start. */
export async function untilScored({ query }: Store, withinMinutes = 10): Promise<FinishedRun> {
  const deadline = performance.now() + withinMinutes * 60_000;
  for (;;) {
    const [job] = await query("SELECT progress FROM jobs WHERE name = 'score-full'");
    const [due] = await query('SELECT COUNT(*) AS members FROM member_due WHERE is_pending = 1');
    const text = job?.['progress'];
    const run = typeof text === 'string' ? FullRun.parse(JSON.parse(text)) : null;
    if (run !== null && run.finishedAt !== null && Number(due?.['members']) === 0)
      return { seconds: (run.finishedAt - run.startedAt) / 1000, touched: run.touched };
    if (performance.now() > deadline)
      throw new Error(`members are still to be scored after ${withinMinutes} minutes`);
    await sleep(200);
  }
}
