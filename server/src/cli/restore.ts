import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeVerdict, verifyAudit } from '../foundation/audit/index.ts';
import { migrations } from '../migrations/index.ts';
import { checkBackup, restoreBackup } from '../platform/backup/index.ts';
import { SystemClock } from '../platform/clock/index.ts';
import { loadStorageConfig } from '../platform/config/index.ts';
import { databasePlace, readSnapshot } from '../platform/database/index.ts';
import { runCommand, UsageError } from './command/run-command.ts';
import { megabytes, tableLine } from './command/table-lines.ts';

const USAGE = `npm run restore -- FILE [--check]

Puts a backup back where no database is yet (SIYU_DATA_DIR, DATABASE_URL), on either engine, whichever it came from,
and brings it to this program's migrations. The server must be stopped. --check reads FILE and touches nothing.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('Name one file.');
  return values.check ? check(file) : restore(file);
}

async function check(file: string): Promise<number> {
  const { head, foot } = await checkBackup(resolve(file));
  for (const count of foot.tables) process.stdout.write(tableLine(count));
  process.stdout.write(
    `Whole: ${foot.tables.length} tables, ${foot.files} uploads (${megabytes(foot.fileBytes)}), made ${head.madeAt} from ${head.engine}.\n`,
  );
  return 0;
}

async function restore(file: string): Promise<number> {
  const config = loadStorageConfig(process.env);
  const { databaseUrl, databaseAdminUrl, dataDir } = config;
  // Tables are made here, and that is the work of the login that migrates.
  const at = databasePlace({ dataDir, databaseUrl: databaseAdminUrl ?? databaseUrl });
  const { head, foot, added } = await restoreBackup({
    file: resolve(file),
    at,
    dataDir,
    migrations,
    onTable: (count) => process.stdout.write(tableLine(count)),
  });
  const rows = foot.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `Restored: ${rows} rows of ${foot.tables.length} tables, every count and hash compared; ${foot.files} uploads (${megabytes(foot.fileBytes)}).\n`,
  );
  if (!head.hasFiles)
    process.stdout.write(
      `The backup holds no uploads: put them into ${resolve(dataDir, 'files')} yourself.\n`,
    );
  if (added.length > 0) process.stdout.write(`Migrations added since: ${added.join(', ')}.\n`);
  const verdict = await readSnapshot(at, verifyAudit);
  process.stdout.write(`${describeVerdict(verdict, new SystemClock().now()).join('\n')}\n`);
  return verdict.firstBreak === null ? 0 : 1;
}

process.exitCode = await runCommand(USAGE, main);
