import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afbTally } from './afb-tally.ts';
import { readHeader } from './header.ts';
import { parseOptions, USAGE, type ScoreOptions } from './options.ts';
import { progressOf } from './progress.ts';
import { quintileTally } from './quintile-tally.ts';
import { readLines } from './read-lines.ts';
import { Quality } from './report/quality.ts';
import { reportPage } from './report/report-page.ts';
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
  await refuseOverwriting(options, rejectsPath);
  const output = await TextFile.create(options.output);
  const page = options.html === null ? null : await TextFile.create(options.html);
  const rejects = new Rejects(rejectsPath);
  try {
    const { tally, quality } = await readAll(options, rejects, io);
    const scored = await tally.writeScores(output);
    if (scored.report !== null)
      await page?.write(reportPage(scored.report, basename(options.input), quality, scored.repeated));
    await rejects.publish();
    await output.publish();
    await page?.publish();
    return summary(options, scored, quality, rejectsPath);
  } finally {
    await output.discard();
    await page?.discard();
    await rejects.discard();
  }
}

async function readAll(options: ScoreOptions, rejects: Rejects, io: ScoreIo) {
  const progress = progressOf(io.err);
  let tally: Tally | null = null;
  const quality = new Quality();
  for await (const { lines, bytesRead, bytesTotal } of readLines(options.input)) {
    for (const line of lines) {
      if (tally === null) {
        if (line.fault !== null) throw new ScoreFault(`the header of ${options.input} is ${line.fault}`);
        tally = openTally(line.text, options);
        continue;
      }
      if (line.text === '') continue;
      quality.rows += 1;
      const reason = line.fault ?? tally.addLine(line.text);
      if (reason === null) continue;
      quality.addReject(reason);
      await rejects.add(line, reason);
    }
    progress(bytesRead, bytesTotal);
  }
  if (tally === null) throw new ScoreFault(`${options.input} is empty: it has no header`);
  return { tally, quality };
}

function openTally(headerLine: string, options: ScoreOptions): Tally {
  const header = readHeader(headerLine, options.input);
  const { model } = options;
  return model.id === 'afb-2023' ? afbTally(header, options, model) : quintileTally(header, options, model);
}

/** An output at the input's place would destroy what is being read, and two outputs at one place each other. */
async function refuseOverwriting({ input, output, html }: ScoreOptions, rejectsPath: string): Promise<void> {
  const taken = new Map([[await placeOf(input), `the input ${input}`]]);
  const outputs = [output, rejectsPath, ...(html === null ? [] : [html])];
  for (const path of outputs) {
    const place = await placeOf(path);
    const other = taken.get(place);
    if (other !== undefined)
      throw new ScoreFault(`${path === html ? 'the page' : 'the output'} would overwrite ${other}`);
    taken.set(place, `the output ${path}`);
  }
}

/** Where a path leads, whether a file is there or not yet. */
async function placeOf(path: string): Promise<string> {
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  return realpath(path).catch(() => join(folder, basename(path)));
}
