import { build } from './build.ts';
import { run } from './run.ts';

// The command line of the scoring core: built once, then plain Node, so that a large file costs no compiler.
process.exitCode = (await build(['server']))
  ? await run(process.execPath, ['server/dist/cli/score.js', ...process.argv.slice(2)])
  : 1;
