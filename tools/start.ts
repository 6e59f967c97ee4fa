import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { settings } from '../server/src/platform/config/settings.ts';
import { build } from './build.ts';
import { archiveKeys, enterArchiveKey, registerCallbacks, SANDBOX_KEYS } from './sandbox-callbacks.ts';

/** The password of every demo login; a real deployment has no demo firm. */
const DEMO_PASSWORD = process.env['SIYU_DEMO_PASSWORD'] ?? settings.demoPassword.fallback;
const READY_WITHIN_MS = 180_000;

const children: ChildProcess[] = [];
let isEnding = false;

async function end(code: number): Promise<never> {
  isEnding = true;
  for (const child of children) child.kill('SIGTERM');
  const gone = children.map(
    (child) =>
      new Promise<void>((resolve) =>
        child.exitCode !== null ? resolve() : child.once('exit', () => resolve()),
      ),
  );
  await Promise.race([Promise.all(gone), sleep(8000)]);
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  process.exit(code);
}

/** Starts a part in a process of its own; its first failing sentence is shown, its log goes to a file. */
function startPart(name: string, script: string, env: Record<string, string>, dataDir: string): ChildProcess {
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C in the terminal reaches this process only, which then ends its parts in order.
    detached: true,
  });
  const log = createWriteStream(join(dataDir, `${name}.log`), { flags: 'a' });
  child.stdout.pipe(log);
  child.stderr.on('data', (chunk: Buffer) => {
    log.write(chunk);
    process.stderr.write(chunk);
  });
  child.on('exit', (code) => {
    if (!isEnding) void end(code ?? 1);
  });
  children.push(child);
  return child;
}

async function waitFor(url: string): Promise<boolean> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline && !isEnding) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return true;
    await sleep(150);
  }
  return false;
}

async function main(): Promise<void> {
  const started = performance.now();
  const port = process.env['PORT'] ?? settings.port.fallback;
  const sandboxPort = process.env['SANDBOX_PORT'] ?? '7301';
  const dataDir = process.env['SIYU_DATA_DIR'] ?? settings.dataDir.fallback;
  if (!(await build(['server', 'console', 'h5']))) process.exit(1);
  mkdirSync(dataDir, { recursive: true });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));

  const archive = archiveKeys(dataDir);
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  // The app as the sandbox knows it by default; the real WeChat is reached by starting the server alone.
  const wechat = {
    WECHAT_APP_ID: process.env['WECHAT_APP_ID'] ?? 'wx5a11db0c00000001',
    WECHAT_APP_SECRET: process.env['WECHAT_APP_SECRET'] ?? '5a11db0c5a11db0c5a11db0c5a11db0c',
  };
  const home = `http://127.0.0.1:${port}`;
  startPart(
    'sandbox',
    'sandbox/dist/main.js',
    {
      SANDBOX_PORT: sandboxPort,
      // With a wrong port it is the server that says so.
      ...(URL.canParse(home) ? { SANDBOX_APP_URL: `${home}/app/` } : {}),
      ...wechat,
    },
    dataDir,
  );
  startPart(
    'server',
    'server/dist/main.js',
    {
      PORT: port,
      SIYU_DATA_DIR: dataDir,
      SANDBOX_URL: process.env['SANDBOX_URL'] ?? sandboxUrl,
      ...wechat,
      // With a box of its own the server is called by it as it would be by WeChat.
      ...(process.env['SANDBOX_URL'] === undefined
        ? { ...SANDBOX_KEYS, ...archive, WECOM_FRAME_ORIGIN: sandboxUrl }
        : {}),
      SIYU_DEMO: process.env['SIYU_DEMO'] ?? '1',
      SIYU_DEMO_PASSWORD: DEMO_PASSWORD,
    },
    dataDir,
  );
  if (!(await waitFor(`${home}/readyz`))) {
    if (!isEnding) console.error(`Not ready after ${READY_WITHIN_MS / 1000} s; see ${dataDir}/server.log`);
    await end(1);
  }
  if (process.env['SANDBOX_URL'] === undefined) {
    await registerCallbacks(home, sandboxUrl, wechat.WECHAT_APP_ID);
    await enterArchiveKey(join(dataDir, 'archive-keys'), sandboxUrl);
  }
  const besideChat = `${sandboxUrl}/wecom-chat?employee=adviser1&customer=demo-3&sidebar=${home}/console/sidebar`;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`
私域 Siyu 已就绪 · ready in ${seconds} s

  投资者 member app   ${home}/app/       demo investors demo-1 … demo-8: choose one on the first screen
  运营台 console      ${home}/console/   operator · compliance · adviser1 · analyst   password ${DEMO_PASSWORD}
  接口 API            ${home}/docs
  沙箱 sandbox        ${sandboxUrl}
  侧边栏 sidebar      ${besideChat}

  Data in ${dataDir}; logs in ${dataDir}/*.log; Ctrl-C ends everything.`);
}

await main();
