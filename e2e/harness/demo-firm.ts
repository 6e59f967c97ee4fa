import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { freePort } from '../../tools/mariadb.ts';
import { startPart, untilReady } from './part.ts';

/** What the demo firm depends on besides the build; the day it was made for is told by the folder's name. */
const MATTERS = /^(SIYU_DEMO|WECHAT_|WECOM_CORP_ID|CORE_)/;

type Environment = Readonly<Record<string, string>>;

function folderFor(root: string, env: Environment): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'server/dist/.built-server')));
  for (const key of Object.keys(env).sort()) if (MATTERS.test(key)) hash.update(`${key}=${env[key]}\n`);
  const day = formatDay(dayOfInstant(Date.now()));
  return join(tmpdir(), `siyu-e2e-demo-${day}-${hash.digest('hex').slice(0, 16)}`);
}

/**
 * Puts the demo firm of an embedded database into a data directory. It is loaded by a server once per build and copied
 * from then on: every journey begins with it, and loading costs more than many of them.
 */
export async function copyDemoFirm(root: string, env: Environment, dataDir: string): Promise<void> {
  const folder = folderFor(root, env);
  if (!existsSync(folder)) {
    const made = mkdtempSync(`${folder}-`);
    const port = await freePort();
    const own = { ...env, PORT: String(port), SIYU_DATA_DIR: made };
    const server = startPart('server', join(root, 'server/dist/main.js'), own);
    try {
      await untilReady(server, `http://127.0.0.1:${port}/readyz`, 120_000);
      await server.end();
      try {
        renameSync(made, folder);
      } catch (error) {
        // Somebody was quicker.
        if (!existsSync(folder)) throw error;
      }
    } finally {
      await server.end();
      rmSync(made, { recursive: true, force: true });
    }
  }
  cpSync(folder, dataDir, { recursive: true });
}
