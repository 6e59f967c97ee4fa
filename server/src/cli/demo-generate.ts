import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { dayOfInstant } from '@siyu/shared/time';
import { AppModule } from '../app.module.ts';
import { DemoFirm, planMembers } from '../demo/index.ts';
import { Clock } from '../platform/clock/index.ts';
import { KNOWN_DEMO_PASSWORD, loadConfig } from '../platform/config/index.ts';
import { runCommand, UsageError } from './command/run-command.ts';

const USAGE = `npm run demo:generate -- --members N

Loads a demo firm of N synthetic members (30 to 1,000,000) into an empty database: SIYU_DATA_DIR or DATABASE_URL. The
server must be stopped. A load that was cut off goes on where it was when the same command is given again.`;
const MEMBERS_MIN = 30;
const MEMBERS_MAX = 1_000_000;
/** The app of the sandbox, whose phones sign in as members of the demo firm. */
const SANDBOX_APP_ID = 'wx5a11db0c00000001';

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { members: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const count = Number(values.members);
  if (!Number.isInteger(count) || count < MEMBERS_MIN || count > MEMBERS_MAX)
    throw new UsageError(`--members must be a whole number from ${MEMBERS_MIN} to ${MEMBERS_MAX}.`);
  if (process.env['NODE_ENV'] === 'production')
    throw new UsageError('NODE_ENV is production: a demo firm has no place beside real members.');
  await generate(count);
  return 0;
}

async function generate(count: number): Promise<void> {
  const config = loadConfig({
    SANDBOX_URL: 'http://127.0.0.1',
    WECHAT_APP_ID: SANDBOX_APP_ID,
    ...process.env,
    SIYU_DEMO: '0',
    RUNS_JOBS: 'false',
  });
  const app = await NestFactory.createApplicationContext(AppModule.of(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    const firm = app.get(DemoFirm, { strict: false });
    if (await firm.isLoaded()) throw new UsageError('A demo firm is there already: name another place.');
    const members = planMembers(count, dayOfInstant(app.get(Clock).now()));
    await firm.load(process.env['SIYU_DEMO_PASSWORD'] ?? KNOWN_DEMO_PASSWORD, { members, count });
    process.stdout.write(`The demo firm has ${count} members.\n`);
  } finally {
    await app.close();
  }
}

process.exitCode = await runCommand(USAGE, main);
