import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process of the whole with what it has said so far. */
export interface Part {
  readonly process: ChildProcess;
  said(): string;
  /** Ends it with a signal and waits until it is gone. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export function startPart(name: string, script: string, env: Readonly<Record<string, string>>): Part {
  const output: string[] = [];
  // Jest's own flags must not reach the child.
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const collect = (chunk: Buffer): void => {
    output.push(chunk.toString());
    if (output.length > 2_000) output.shift();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      output.push(`${name} could not be started: ${error.message}`);
      resolve();
    });
  });
  return {
    process: child,
    said: () => output.join(''),
    end: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      // Nobody waits for this clock once the part is gone.
      await Promise.race([gone, sleep(8_000, undefined, { ref: false })]);
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Waits until an address answers 200. @throws with the part's last words when it ends or stays silent. */
export async function untilReady(part: Part, url: string, withinMs: number): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (performance.now() < deadline) {
    if (part.process.exitCode !== null) throw new Error(`ended before it was ready:\n${part.said()}`);
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
    await sleep(50);
  }
  throw new Error(`${url} not ready within ${withinMs} ms:\n${part.said().slice(-4_000)}`);
}
