import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPart, untilReady, type Part } from '../harness/part.ts';
import { ROOT } from '../harness/index.ts';

/** One of several servers on one database. */
export interface Node {
  readonly port: number;
  start(): Promise<void>;
  /** Asks it to go, as systemd does. @returns how long it took and with which code it went; null: it had to be killed. */
  terminate(withinMs: number): Promise<{ readonly ms: number; readonly code: number | null }>;
  end(): Promise<void>;
}

export function nodeAt(port: number, environment: Readonly<Record<string, string>>): Node {
  let part: Part | null = null;
  return {
    port,
    start: async () => {
      part = startPart(`server ${port}`, join(ROOT, 'server/dist/main.js'), {
        ...environment,
        PORT: String(port),
      });
      await untilReady(part, `http://127.0.0.1:${port}/readyz`, 60_000);
    },
    terminate: async (withinMs) => {
      if (part === null) throw new Error(`no server at ${port}`);
      const { process: child } = part;
      const began = performance.now();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([gone, sleep(withinMs, undefined, { ref: false })]);
      const code = child.exitCode;
      const ms = performance.now() - began;
      await part.end('SIGKILL');
      return { ms, code };
    },
    end: async () => part?.end('SIGKILL'),
  };
}
