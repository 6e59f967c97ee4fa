import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../tools/mariadb.ts';
import { ROOT, until } from './harness/index.ts';

/** `npm start` as a terminal runs it: a process group of its own. */
function runStart(env: Readonly<Record<string, string>>) {
  let said = '';
  const child = spawn(process.execPath, ['tools/bootstrap.mjs', 'start'], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    said: () => said,
    exit,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    /** What Ctrl-C does: the signal reaches the whole group. */
    interrupt: () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    },
  };
}

describe('npm start', () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'siyu-start-'));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('A-02 prints the addresses, serves the clients and the documentation on one port, and Ctrl-C ends everything', async () => {
    const [port, sandboxPort] = [String(await freePort()), String(await freePort())];
    const start = runStart({
      PORT: port,
      SANDBOX_PORT: sandboxPort,
      SIYU_DATA_DIR: dataDir,
      SIYU_DEMO: '0',
    });
    try {
      await until(
        'the words that all is ready',
        () => start.hasEnded() || start.said().includes('ready in'),
        90_000,
      );
      for (const path of ['/app/', '/console/', '/docs'])
        expect(start.said()).toContain(`http://127.0.0.1:${port}${path}`);
      for (const path of ['/app/', '/console/', '/docs', '/readyz', '/healthz', '/metrics']) {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`);
        await answer.text();
        expect([path, answer.status]).toEqual([path, 200]);
      }
    } finally {
      start.interrupt();
    }
    expect(await start.exit).toBe(0);
    for (const each of [port, sandboxPort])
      await expect(fetch(`http://127.0.0.1:${each}/`)).rejects.toThrow();
  }, 120_000);

  it('A-02 a wrong configuration gives one sentence per wrong value and exit 1', async () => {
    const start = runStart({
      PORT: 'many',
      SANDBOX_PORT: String(await freePort()),
      SIYU_DATA_DIR: dataDir,
      DATABASE_URL: 'oracle://firm/siyu',
    });
    expect(await start.exit).toBe(1);
    const sentences = start.said().split('\n');
    for (const name of ['PORT', 'DATABASE_URL'])
      expect(sentences.filter((sentence) => sentence.startsWith(`${name} `))).toHaveLength(1);
    expect(start.said()).not.toMatch(/^\s+at /m);
  }, 60_000);
});
