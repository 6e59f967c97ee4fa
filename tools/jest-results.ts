import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

const JestJson = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      startTime: z.number(),
      endTime: z.number(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.enum(['passed', 'failed', 'pending', 'skipped', 'todo', 'disabled', 'focused']),
        }),
      ),
    }),
  ),
});

export interface TestOutcome {
  readonly file: string;
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
}
export interface FileOutcome {
  readonly file: string;
  readonly seconds: number;
}
export interface Results {
  readonly tests: readonly TestOutcome[];
  readonly files: readonly FileOutcome[];
}

/** Reads what Jest wrote; a spec file that could not even be loaded counts as one failed test. */
export function readJestResults(path: string): Results {
  if (!existsSync(path))
    return { tests: [{ file: path, title: 'Jest wrote no results', outcome: 'failed' }], files: [] };
  const parsed = JestJson.parse(JSON.parse(readFileSync(path, 'utf8')));
  const tests: TestOutcome[] = [];
  const files: FileOutcome[] = [];
  for (const result of parsed.testResults) {
    const file = relative(process.cwd(), result.name);
    files.push({ file, seconds: (result.endTime - result.startTime) / 1000 });
    if (result.status === 'failed' && result.assertionResults.every((each) => each.status !== 'failed')) {
      tests.push({ file, title: `could not run: ${result.message.split('\n')[0] ?? ''}`, outcome: 'failed' });
    }
    for (const each of result.assertionResults) {
      const outcome = each.status === 'passed' || each.status === 'failed' ? each.status : 'skipped';
      tests.push({ file, title: each.fullName, outcome });
    }
  }
  return { tests, files };
}
