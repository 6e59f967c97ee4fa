import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { AppModule } from './app.module.ts';
import { DemoDataRefused } from './demo/index.ts';
import { ConfigError, loadConfig } from './platform/config/index.ts';
import { DatabaseInUse, isUnreachable, RestoreUnfinished } from './platform/database/index.ts';
import { bootApp, Readiness, type StaticSite } from './platform/http/index.ts';

const STOP_MS = 8_000;
const sites: readonly StaticSite[] = [
  { path: '/app', folder: fileURLToPath(new URL('../../miniprogram/dist/h5', import.meta.url)) },
  { path: '/console', folder: fileURLToPath(new URL('../../console/dist', import.meta.url)) },
];

/** Refusals that say all there is to say. */
const SENTENCES = [DatabaseInUse, RestoreUnfinished, DemoDataRefused] as const;

/** Runs the server until it is told to stop. */
export async function serve(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  try {
    const config = loadConfig(env);
    const app = await bootApp({ module: AppModule.of(config), sites });
    await app.listen(config.port, config.host);
    process.stdout.write(`Siyu listens at ${config.publicUrl}\n`);
    const readiness = app.get(Readiness);
    stopOnSignal(async (signal) => {
      readiness.leave();
      // Whoever types Ctrl-C has no balancer that must first see it.
      if (signal === 'SIGTERM') await pause(config.stopDrainMs);
      await app.close();
    });
  } catch (error) {
    for (const sentence of explain(error)) process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
}

function stopOnSignal(close: (signal: NodeJS.Signals) => Promise<void>): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    // Open requests are answered first; whatever still hangs then must not keep the process.
    setTimeout(() => process.exit(1), STOP_MS).unref();
    void close(signal).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** What keeps the server from starting, in sentences; a stack only for our own mistakes. */
function explain(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.sentences;
  if (isUnreachable(error))
    return ['The database of DATABASE_URL does not answer: is it running, and is the address right?'];
  if (!(error instanceof Error)) return [String(error)];
  if (SENTENCES.some((kind) => error instanceof kind)) return [error.message];
  if ('code' in error && error.code === 'EADDRINUSE')
    return ['The port is taken: choose another PORT, or stop what listens there.'];
  if ('code' in error && error.code === 'ER_ACCESS_DENIED_ERROR')
    return ['The database refuses the login of DATABASE_URL.'];
  return [error.stack ?? error.message];
}
