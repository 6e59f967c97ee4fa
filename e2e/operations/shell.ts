import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const env = (() => {
  // Jest's own flags and name for the environment must not reach what a person would type.
  const { NODE_OPTIONS: _options, NODE_ENV: _name, ...rest } = process.env;
  return rest;
})();

function begin(text: string, cwd: string): { child: ChildProcess; said: () => string } {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', text], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  return { child, said: () => said };
}

/** Runs a block as one would paste it; it ends at its first failing command. */
export async function runBlock(text: string, cwd: string): Promise<{ code: number | null; said: string }> {
  const { child, said } = begin(text, cwd);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said: said() };
}

/** A block that goes on until it is interrupted. */
export interface RunningBlock {
  said(): string;
  /** What Ctrl-C does: the signal reaches every process of the block. Resolves when all are gone. */
  interrupt(): Promise<void>;
}

export function startBlock(text: string, cwd: string): RunningBlock {
  const { child, said } = begin(text, cwd);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nobody of the group is left.
    }
  };
  return {
    said,
    interrupt: async () => {
      signal('SIGINT');
      await Promise.race([closed, sleep(12_000, undefined, { ref: false })]);
      signal('SIGKILL');
      await closed;
    },
  };
}
