import { join } from 'node:path';
import { freePort } from '../../tools/mariadb.ts';
import { startPart, untilReady } from './part.ts';
import { ROOT } from './whole.ts';

/** The built box alone, for what needs no server. */
export interface StartedSandbox {
  readonly url: string;
  call(method: string, path: string, payload?: object): Promise<Response>;
  close(): Promise<void>;
}

export async function startSandbox(): Promise<StartedSandbox> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const part = startPart('sandbox', join(ROOT, 'sandbox/dist/main.js'), { SANDBOX_PORT: String(port) });
  await untilReady(part, `${url}/__control/health`, 20_000);
  return {
    url,
    call: (method, path, payload) =>
      fetch(`${url}${path}`, {
        method,
        ...(payload === undefined
          ? {}
          : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(payload) }),
      }),
    close: () => part.end(),
  };
}
