import { build } from './build.ts';
import { run } from './run.ts';

// Puts a backup back where no database is yet.
process.exitCode = (await build(['server']))
  ? await run(process.execPath, ['server/dist/cli/restore.js', ...process.argv.slice(2)])
  : 1;
