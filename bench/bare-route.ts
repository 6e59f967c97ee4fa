import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process that answers every request with the same bytes. */
export interface BareRoute {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** @param folder where the bytes are left for it */
export async function startBareRoute(folder: string, body: string): Promise<BareRoute> {
  const file = join(folder, 'bare-route.body');
  writeFileSync(file, body);
  const child = spawn(process.execPath, ['bench/peers/bare-route.mjs', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<string>((resolve) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk)));
  });
  return {
    url: `http://127.0.0.1:${Number(port)}`,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
