import type { Letter } from './letters.ts';
import type { Occurrence } from './word-index.ts';
import type { WordingPattern } from './wording-dictionary.ts';

const { ceil, max, min } = Math;
/** Latin letters and digits to one Chinese character. */
const NARROWEST = 3;

/** A pattern where all its parts stand together, by letters: `[from, to)`. */
export interface Match {
  readonly pattern: WordingPattern;
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Occurrence[];
}

/** The occurrences of each part, such as `security|#code`, in the order of the text. */
export function occurrencesByPart(
  byGroup: ReadonlyMap<string, readonly Occurrence[]>,
): (part: string) => readonly Occurrence[] {
  const merged = new Map<string, readonly Occurrence[]>();
  return (part) => {
    const known = merged.get(part);
    if (known !== undefined) return known;
    const all = part.split('|').flatMap((group) => byGroup.get(group) ?? []);
    const sorted = all.sort((one, other) => one.from - other.from);
    merged.set(part, sorted);
    return sorted;
  };
}

/** All places of one sentence each where the parts of a pattern stand close enough together. */
export function matchPattern(
  pattern: WordingPattern,
  occurrencesOf: (part: string) => readonly Occurrence[],
  letters: readonly Letter[],
): Match[] {
  const parts = pattern.parts.map(occurrencesOf);
  const [anchors = [], ...others] = parts;
  if (parts.some((each) => each.length === 0)) return [];
  return anchors.flatMap((anchor) => {
    const chosen = [anchor];
    for (const list of others) {
      const next = nearest(list, chosen, pattern, letters);
      if (next === null) return [];
      chosen.push(next);
    }
    const from = min(...chosen.map((each) => each.from));
    const to = max(...chosen.map((each) => each.to));
    return [{ pattern, from, to, parts: chosen }];
  });
}

/** The occurrence closest to those already chosen that overlaps none of them. */
function nearest(
  list: readonly Occurrence[],
  chosen: readonly Occurrence[],
  { within, anyOrder }: WordingPattern,
  letters: readonly Letter[],
): Occurrence | null {
  const from = min(...chosen.map((each) => each.from));
  const to = max(...chosen.map((each) => each.to));
  const last = chosen.at(-1)?.to ?? to;
  const sentence = letters[from]?.sentence;
  let best: Occurrence | null = null;
  let distance = Infinity;
  // A letter takes a third of the width at least, so the window of letters is three times as wide.
  for (let at = firstFrom(list, anyOrder ? to - within * NARROWEST : last); at < list.length; at += 1) {
    const each = list[at];
    if (each === undefined || each.from >= from + within * NARROWEST) break;
    const isApart = chosen.every((other) => each.to <= other.from || each.from >= other.to);
    const span = widthOf(min(from, each.from), max(to, each.to), letters);
    if (!isApart || span > within || letters[each.from]?.sentence !== sentence) continue;
    const away = each.from >= to ? each.from - to : from - each.to;
    if (away >= distance) continue;
    best = each;
    distance = away;
  }
  return best;
}

function widthOf(from: number, to: number, letters: readonly Letter[]): number {
  return ceil((letters[to - 1]?.column ?? 0) - (letters[from]?.column ?? 0) + 1 / NARROWEST);
}

/** Where in a sorted list the occurrences from a letter on begin. */
function firstFrom(list: readonly Occurrence[], from: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
