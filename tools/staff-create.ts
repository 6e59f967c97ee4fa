import { build } from './build.ts';
import { run } from './run.ts';

// Makes a login for the console; the password comes from the terminal or a pipe.
process.exitCode = (await build(['server']))
  ? await run(process.execPath, ['server/dist/cli/staff-create.js', ...process.argv.slice(2)], {
      isAsking: true,
    })
  : 1;
