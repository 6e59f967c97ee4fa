import { splitCsvLine } from '../../platform/csv/index.ts';
import { ScoreFault } from './score-fault.ts';

/** The names at the head of a file. */
export interface Header {
  readonly input: string;
  readonly names: readonly string[];
}

/** @throws ScoreFault when it cannot be read */
export function readHeader(line: string, input: string): Header {
  const names = splitCsvLine(line)?.map((name) => name.trim());
  if (names === undefined) throw new ScoreFault(`the header of ${input} has a broken quote`);
  return { input, names };
}

/**
 * Where a column stands.
 * @returns −1 when it is not there and need not be
 * @throws ScoreFault when it is missing or stands twice
 */
export function findColumn({ input, names }: Header, name: string, isRequired: boolean): number {
  const at = names.indexOf(name);
  if (at === -1 && isRequired) {
    throw new ScoreFault(`${input} has no column "${name}"; its header has: ${names.join(', ')}`);
  }
  if (at !== -1 && names.includes(name, at + 1))
    throw new ScoreFault(`${input} has the column "${name}" twice`);
  return at;
}
