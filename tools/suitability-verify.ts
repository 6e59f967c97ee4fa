import { build } from './build.ts';
import { run } from './run.ts';

// Holds a file of evidence against itself: hashes and decisions are made again.
process.exitCode = (await build(['server']))
  ? await run(process.execPath, ['server/dist/cli/suitability-verify.js', ...process.argv.slice(2)])
  : 1;
