import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afbTally } from './afb-tally.ts';
import { readHeader } from './header.ts';
import { parseOptions, USAGE, type ScoreOptions } from './options.ts';
import { progressOf } from './progress.ts';
import { quintileTally } from './quintile-tally.ts';
import { readLines } from './read-lines.ts';
import { Rejects, rejectsPathOf } from './rejects.ts';
import { ScoreFault } from './score-fault.ts';
import { summary } from './summary.ts';
import type { Tally } from './tally.ts';
import { TextFile } from './text-file.ts';

export interface ScoreIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Scores a file by one of the models. Memory grows with the customers, not with the lines, unless lines have ids.
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
    const { tally, rows } = await readAll(options, rejects, io);
    const scored = await tally.writeScores(output);
    await rejects.publish();
    await output.publish();
    return summary(options, scored, { rows, rejects: rejects.count }, rejectsPath);
  } finally {
    await output.discard();
    await rejects.discard();
  }
}

async function readAll(options: ScoreOptions, rejects: Rejects, io: ScoreIo) {
  const progress = progressOf(io.err);
  let tally: Tally | null = null;
  let rows = 0;
  for await (const { lines, bytesRead, bytesTotal } of readLines(options.input)) {
    for (const line of lines) {
      if (tally === null) {
        if (line.fault !== null) throw new ScoreFault(`the header of ${options.input} is ${line.fault}`);
        tally = openTally(line.text, options);
        continue;
      }
      if (line.text === '') continue;
      rows += 1;
      const reason = line.fault ?? tally.addLine(line.text);
      if (reason !== null) await rejects.add(line, reason);
    }
    progress(bytesRead, bytesTotal);
  }
  if (tally === null) throw new ScoreFault(`${options.input} is empty: it has no header`);
  return { tally, rows };
}

function openTally(headerLine: string, options: ScoreOptions): Tally {
  const header = readHeader(headerLine, options.input);
  const { model } = options;
  return model.id === 'afb-2023' ? afbTally(header, options, model) : quintileTally(header, options, model);
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
