import { GAP, type Letter } from '../letters.ts';
import { CodeSet } from './code-set.ts';

/** Longest run of signs that is weighed. */
const RUN_MAX = 4;
/** Codes are hashes of so many bits: with some ten thousand weights, two runs hardly ever share one. */
const CODE_BITS = 26;
/** Looked up once: it is needed at every sign. */
const { imul } = Math;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const knownSigns = new Map<string, number>();

const BEGIN = signOf('^');
const END = signOf('$');
const PAUSE = signOf('，');
const QUOTED = signOf('feature:quoted');

/** A code of what a sentence shows, with the letters `[from, to)` it covers; `from === to` for what is no run of letters. */
type Visit = (code: number, from: number, to: number) => void;

/** A stretch of letters that is read as one sentence, and what the dictionary knows to excuse in it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly excuses: ReadonlySet<string>;
}

/**
 * Shows the runs of one to four signs of a sentence, as read: simplified, narrow, without what hides them. A pause
 * between clauses is a sign of its own, and so are beginning and end. Each code comes once. Linear in the length.
 * @returns how many codes there were
 */
export function showFeatures(
  letters: readonly Letter[],
  { from, to, excuses }: Stretch,
  visit: Visit,
): number {
  const signs: number[] = [BEGIN];
  const places: number[] = [from];
  let isQuoted = false;
  for (let at = from; at < to; at += 1) {
    const letter = letters[at];
    if (letter === undefined) break;
    if (at > from && letter.gap >= GAP.clause) {
      signs.push(PAUSE);
      places.push(at);
    }
    signs.push(signOf(letter.readings[0] ?? ''));
    places.push(at);
    if (letter.isQuoted) isQuoted = true;
  }
  signs.push(END);
  places.push(to, to);
  const shown = new CodeSet(signs.length * RUN_MAX + excuses.size + 1);
  const show = (hash: number, start: number, end: number): void => {
    const code = hash >>> (32 - CODE_BITS);
    if (shown.add(code)) visit(code, start, end);
  };
  for (let first = 0; first < signs.length; first += 1) {
    let hash = FNV_OFFSET;
    for (let last = first; last < signs.length && last < first + RUN_MAX; last += 1) {
      hash = mixed(hash, signs[last] ?? 0);
      show(hash, places[first] ?? from, places[last + 1] ?? to);
    }
  }
  for (const excuse of excuses) show(signOf(`excuse:${excuse}`), from, from);
  if (isQuoted) show(QUOTED, from, from);
  return shown.size;
}

/** The codes a sentence shows. */
export function codesOf(letters: readonly Letter[], stretch: Stretch): number[] {
  const codes: number[] = [];
  showFeatures(letters, stretch, (code) => codes.push(code));
  return codes;
}

function mixed(hash: number, sign: number): number {
  let next = imul(hash ^ sign, FNV_PRIME);
  next ^= next >>> 15;
  next = imul(next, 0x2c1b3c6d);
  return (next ^ (next >>> 13)) >>> 0;
}

function signOf(text: string): number {
  const known = knownSigns.get(text);
  if (known !== undefined) return known;
  let hash = FNV_OFFSET;
  for (const unit of text) hash = imul(hash ^ (unit.codePointAt(0) ?? 0), FNV_PRIME);
  const code = mixed(hash >>> 0, text.length);
  knownSigns.set(text, code);
  return code;
}
