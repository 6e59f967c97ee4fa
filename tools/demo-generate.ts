import { build } from './build.ts';
import { run } from './run.ts';

// Loads a demo firm of any size into a place of its own.
process.exitCode = (await build(['server']))
  ? await run(process.execPath, ['server/dist/cli/demo-generate.js', ...process.argv.slice(2)])
  : 1;
