import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { describeEvidence, verifyEvidence } from '../records/suitability/index.ts';

/** Decides everything in a file of evidence again, without database or server; exit 1 when anything differs. */
async function main([file]: readonly string[]): Promise<number> {
  if (file === undefined) {
    process.stderr.write('Name the file: npm run suitability:verify -- FILE\n');
    return 2;
  }
  const verdict = verifyEvidence(await readFile(file, 'utf8'));
  const isGood = verdict.breaks.length === 0;
  (isGood ? process.stdout : process.stderr).write(`${describeEvidence(verdict).join('\n')}\n`);
  return isGood ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `The file cannot be read: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  return 1;
});
