import { build } from './build.ts';
import { run } from './run.ts';

// Recomputes every seal over the audit trail; names the first altered row.
process.exitCode = (await build(['server']))
  ? await run(process.execPath, ['server/dist/cli/audit-verify.js', ...process.argv.slice(2)])
  : 1;
