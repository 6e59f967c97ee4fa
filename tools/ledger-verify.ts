import { build } from './build.ts';
import { run } from './run.ts';

// Recomputes the ledger of points from its entries; names the first thing that differs.
process.exitCode = (await build(['server']))
  ? await run(process.execPath, ['server/dist/cli/ledger-verify.js', ...process.argv.slice(2)])
  : 1;
