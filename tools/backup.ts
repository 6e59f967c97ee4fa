import { build } from './build.ts';
import { run } from './run.ts';

// Writes database and uploads into one file, beside a running server.
process.exitCode = (await build(['server']))
  ? await run(process.execPath, ['server/dist/cli/backup.js', ...process.argv.slice(2)])
  : 1;
