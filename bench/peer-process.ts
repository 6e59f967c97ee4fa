import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const Peers = z.object({ devDependencies: z.record(z.string(), z.string()) });

/** Installs the peers of bench/package.json where one of them is missing. */
export function installPeers(): void {
  const { devDependencies } = Peers.parse(JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')));
  if (Object.keys(devDependencies).every((name) => existsSync(join(HERE, 'node_modules', name)))) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: HERE, stdio: 'inherit' });
}

/**
 * Runs a peer in a process of its own, which prints the milliseconds of one warm run and leaves its answer in a file.
 * @throws {Error} when it fails
 */
export function runPeer(command: string, args: readonly string[]): number {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: HERE, encoding: 'utf8' });
  const milliseconds = Number(stdout.trim().split('\n').at(-1));
  if (status !== 0 || !(milliseconds > 0)) throw new Error(`${command} ${args[0] ?? ''}: ${stderr}`);
  return milliseconds;
}

/** Debian's Python with pandas, or null where there is none. */
export function pythonWithPandas(): string | null {
  const found = ['/usr/bin/python3', 'python3'].find(
    (python) => spawnSync(python, ['-c', 'import pandas'], { stdio: 'ignore' }).status === 0,
  );
  return found ?? null;
}

/** An answer of 16-bit numbers that a peer left behind. */
export function answerOf(path: string): Uint16Array {
  const bytes = readFileSync(path);
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}
