import { runBin, runTsc } from './run.ts';
import { stages } from './stages.ts';

/** The quick checks, in the order in which they are cheapest to mend. */
export const LINT_STAGES = {
  format: () => runBin('oxfmt', ['--check']),
  types: async () => {
    for (const project of ['tsconfig.check.json', 'miniprogram/tsconfig.json', 'console/tsconfig.json']) {
      const code = await runTsc(['--noEmit', '-p', project]);
      if (code !== 0) return code;
    }
    return 0;
  },
  lint: () => runBin('oxlint', ['--deny-warnings']),
  boundaries: () =>
    runBin('depcruise', [
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err',
      'shared/src',
      'server/src',
      'sandbox/src',
      'miniprogram/src',
      'console/src',
    ]),
  unused: () =>
    runBin('knip', ['--no-progress', '--exclude', 'types,exports,nsExports,nsTypes,enumMembers,duplicates']),
};

if (process.argv[1]?.endsWith('lint.ts') === true) {
  process.exitCode = (await stages(LINT_STAGES)) ? 0 : 1;
}
