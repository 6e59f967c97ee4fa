import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { loadStorageConfig } from '../platform/config/index.ts';
import { AppError } from '../platform/http/index.ts';
import { runCommand, UsageError } from './command/run-command.ts';
import { createLogin } from './staff/create-login.ts';
import { readNewLogin, STAFF_USAGE } from './staff/new-login.ts';
import { readPassword } from './staff/read-password.ts';

async function main(): Promise<number> {
  const login = readNewLogin(process.argv.slice(2));
  if (login === 'help') {
    process.stdout.write(`${STAFF_USAGE}\n`);
    return 0;
  }
  const password = login.isPasswordMade
    ? randomBytes(15).toString('base64url')
    : await readPassword(process.stdin, (text) => void process.stderr.write(text));
  await createLogin(loadStorageConfig(process.env), login, password).catch((error: unknown) => {
    throw error instanceof AppError ? new UsageError(sentenceOf(error, login.loginName)) : error;
  });
  process.stdout.write(
    `${login.name} may sign in to the console as ${login.loginName} (${login.roles.join(', ')}).\n`,
  );
  if (login.isPasswordMade) process.stdout.write(`Password, shown this once: ${password}\n`);
  return 0;
}

function sentenceOf({ code }: AppError, loginName: string): string {
  if (code === 'organisation.login_name_taken') return `There is a login ${loginName} already.`;
  if (code === 'organisation.branch_path_invalid') return '--branch must look like /gz/tianhe/.';
  return `It was refused: ${code}.`;
}

process.exitCode = await runCommand(STAFF_USAGE, main);
