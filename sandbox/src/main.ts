import { z } from 'zod';
import { createSandbox } from './app.ts';
import { systemClock } from './clock.ts';
import { coreCustomers } from './core-customers.ts';
import { demoAccounts } from './phone-accounts.ts';
import { systemRandomness } from './randomness.ts';
import { readSettings } from './settings.ts';
import { createWorld } from './world.ts';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const app = createSandbox(
    createWorld({
      clock: systemClock,
      randomness: systemRandomness,
      miniPrograms: settings.miniPrograms,
      accounts: demoAccounts,
      customers: coreCustomers,
    }),
    settings.appUrl,
  );
  const stop = (): void => {
    void app.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Loopback only: this box signs anybody in as anybody.
  const address = await app.listen({ port: settings.port, host: '127.0.0.1' });
  process.stdout.write(`sandbox ready at ${address}\n`);
}

main().catch((error: unknown) => {
  const message =
    error instanceof z.ZodError
      ? z.prettifyError(error)
      : error instanceof Error
        ? error.message
        : String(error);
  process.stderr.write(`sandbox cannot start: ${message}\n`);
  process.exit(1);
});
