import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Organisation, OrganisationModule } from '../../foundation/organisation/index.ts';
import { migrations } from '../../migrations/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { PlatformModule } from '../../platform/platform.module.ts';
import { UsageError } from '../command/run-command.ts';
import type { NewLogin } from './new-login.ts';

/**
 * Makes a person of the firm, and the branch they work at when it is new, in one transaction with its audit rows.
 * An empty database is migrated first.
 * @throws {DatabaseInUse} while a server writes the same SQLite file.
 * @throws {AppError} organisation.login_name_taken
 */
export async function createLogin(config: Config, login: NewLogin, password: string): Promise<void> {
  const app = await NestFactory.createApplicationContext(
    { module: StaffCommand, imports: [PlatformModule.of({ config, migrations }), OrganisationModule] },
    { logger: false, abortOnError: false },
  );
  try {
    await app.get(Database).runInTransaction((tx) => create(tx, app, login, password));
  } finally {
    await app.close();
  }
}

class StaffCommand {}

async function create(
  tx: Transaction,
  app: INestApplicationContext,
  login: NewLogin,
  password: string,
): Promise<void> {
  const organisation = app.get(Organisation, { strict: false });
  const { loginName, name, roles, scopeKind, registrationNo, wecomUserId } = login;
  const branchId = await branchOf(tx, organisation, login);
  await organisation.createStaff(tx, {
    loginName,
    name,
    roles,
    scopeKind,
    registrationNo,
    wecomUserId,
    branchId,
    password,
  });
}

async function branchOf(
  tx: Transaction,
  organisation: Organisation,
  { branchPath, branchName }: NewLogin,
): Promise<string | null> {
  if (branchPath === null) return null;
  const known = (await organisation.listBranches(branchPath)).find(({ path }) => path === branchPath);
  if (known !== undefined) return known.branchId;
  if (branchName === null)
    throw new UsageError(`There is no branch ${branchPath} yet: name it with --branch-name and it is made.`);
  return organisation.createBranch(tx, { path: branchPath, name: branchName });
}
