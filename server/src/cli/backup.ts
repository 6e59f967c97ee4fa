import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeBackup } from '../platform/backup/index.ts';
import { SystemClock } from '../platform/clock/index.ts';
import { loadStorageConfig } from '../platform/config/index.ts';
import { databasePlace } from '../platform/database/index.ts';
import { runCommand, UsageError } from './command/run-command.ts';
import { megabytes, tableLine } from './command/table-lines.ts';

const USAGE = `npm run backup -- FILE [--without-files]

Writes the database and the uploads into FILE, as of one moment, also while the server runs. Where the data is
say SIYU_DATA_DIR and DATABASE_URL. FILE holds personal data and keys: it is readable by its owner only.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'without-files': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('Name one file.');
  const config = loadStorageConfig(process.env);
  const hasFiles = !values['without-files'];
  const { foot, bytes, sha256 } = await writeBackup({
    at: databasePlace(config),
    dataDir: config.dataDir,
    target: resolve(file),
    hasFiles,
    now: new SystemClock().now(),
    onTable: (count) => process.stdout.write(tableLine(count)),
  });
  const rows = foot.tables.reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(
    `Backed up: ${rows} rows of ${foot.tables.length} tables, ${
      hasFiles
        ? `${foot.files} uploads (${megabytes(foot.fileBytes)})`
        : `without the uploads: copy ${resolve(config.dataDir, 'files')} yourself`
    }.\n${sha256}  ${file}  (${megabytes(bytes)})\n`,
  );
  return 0;
}

process.exitCode = await runCommand(USAGE, main);
