import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { addPurchase, noMeasures, scoreMeasures, type AfbMeasures, type GroupCode } from '@siyu/shared/rfm';
import { compareUtf8 } from './compare-utf8.ts';
import { parseOptions, USAGE, type ScoreOptions } from './options.ts';
import { progressOf } from './progress.ts';
import { findColumns, readPurchase, type Columns } from './purchase-line.ts';
import { readLines } from './read-lines.ts';
import { Rejects, rejectsPathOf } from './rejects.ts';
import { ScoreFault } from './score-fault.ts';
import { SCORE_HEADER, scoreRow } from './score-row.ts';
import { summary } from './summary.ts';
import { TextFile } from './text-file.ts';

export interface ScoreIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Scores a file of purchases. Memory grows with the customers, not with the lines.
 * @returns the exit code: 0, or 1 after one sentence on `io.err`
 */
export async function runScore(args: readonly string[], io: ScoreIo): Promise<0 | 1> {
  try {
    const options = parseOptions(args);
    io.out(options === null ? USAGE : await score(options, io));
    return 0;
  } catch (error) {
    if (!(error instanceof ScoreFault)) throw error;
    io.err(`${error.message}\n`);
    return 1;
  }
}

async function score(options: ScoreOptions, io: ScoreIo): Promise<string> {
  const rejectsPath = rejectsPathOf(options.output);
  await refuseOverwritingInput(options, rejectsPath);
  const output = await TextFile.create(options.output);
  const rejects = new Rejects(rejectsPath);
  try {
    const { customers, rows } = await measure(options, rejects, io);
    const groups = await writeScores(options, customers, output);
    await rejects.publish();
    await output.publish();
    return summary(options, { groups, customers: customers.size, rows, rejects: rejects.count }, rejectsPath);
  } finally {
    await output.discard();
    await rejects.discard();
  }
}

async function measure(options: ScoreOptions, rejects: Rejects, io: ScoreIo) {
  const customers = new Map<string, AfbMeasures>();
  const progress = progressOf(io.err);
  let columns: Columns | null = null;
  let rows = 0;
  for await (const { lines, bytesRead, bytesTotal } of readLines(options.input)) {
    for (const line of lines) {
      if (columns === null) {
        if (line.fault !== null) throw new ScoreFault(`the header of ${options.input} is ${line.fault}`);
        columns = findColumns(line.text, options);
        continue;
      }
      if (line.text === '') continue;
      rows += 1;
      const reason = line.fault ?? addLine(customers, line.text, columns, options);
      if (reason !== null) await rejects.add(line, reason);
    }
    progress(bytesRead, bytesTotal);
  }
  if (columns === null) throw new ScoreFault(`${options.input} is empty: it has no header`);
  return { customers, rows };
}

/** Adds a line to its customer; returns the reason when it cannot. */
function addLine(
  customers: Map<string, AfbMeasures>,
  text: string,
  columns: Columns,
  { asOf, model }: ScoreOptions,
): string | null {
  const line = readPurchase(text, columns);
  if ('reason' in line) return line.reason;
  const measures = customers.get(line.customerId) ?? noMeasures;
  try {
    customers.set(line.customerId, addPurchase(measures, line.purchase, asOf, model.windowDays));
    return null;
  } catch (error) {
    if (error instanceof RangeError) return 'the sum of this customer would leave the exact range';
    throw error;
  }
}

async function writeScores(
  options: ScoreOptions,
  customers: ReadonlyMap<string, AfbMeasures>,
  output: TextFile,
) {
  const groups: Record<GroupCode, number> = { KEY_GUIDE: 0, KEY_DEVELOP: 0, POTENTIAL: 0, LONG_TAIL: 0 };
  await output.write(SCORE_HEADER);
  for (const customerId of [...customers.keys()].sort(compareUtf8)) {
    const scored = scoreMeasures(customers.get(customerId) ?? noMeasures, options.asOf, options.model);
    groups[scored.group] += 1;
    await output.write(scoreRow(customerId, scored));
  }
  return groups;
}

/** An output or rejects file at the input's place would destroy what is being read. */
async function refuseOverwritingInput({ input, output }: ScoreOptions, rejectsPath: string): Promise<void> {
  const source = await realpath(input).catch(() => null);
  for (const path of [output, rejectsPath]) {
    const folder = await realpath(dirname(path)).catch(() => null);
    const target = await realpath(path).catch(() => (folder === null ? null : join(folder, basename(path))));
    if (source !== null && source === target)
      throw new ScoreFault(`the output would overwrite the input ${input}`);
  }
}
