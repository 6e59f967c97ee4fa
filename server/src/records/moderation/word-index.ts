import type { Letter } from './letters.ts';
import { GAP } from './letters.ts';
import { soundsOf } from './sounds.ts';
import { WholeWords } from './whole-words.ts';

/** A word of the dictionary where it stands in a text, by letters: `[from, to)`. */
export interface Occurrence {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

interface Branch {
  readonly next: Map<string, Branch>;
  readonly words: string[];
}
const branch = (): Branch => ({ next: new Map(), words: [] });

function grow(root: Branch, steps: readonly string[], word: string): void {
  let at = root;
  for (const step of steps) {
    const next = at.next.get(step) ?? branch();
    at.next.set(step, next);
    at = next;
  }
  at.words.push(word);
}

/** Longest syllable: zhuang. */
const SYLLABLE_MAX = 6;
/** Shorter runs of Latin letters spell too many things. */
const SPELT_MIN = 4;
const LATIN = /^[a-z]$/;
const DIGIT = /^[0-9]$/;

/** Too common to be anybody's disguise. */
const PARTICLES = new Set(
  '的得地了是不在有也就和与或及其这那个们我您他它把被让对向从到为很大小多少问会给上下',
);

/** A walk over a text, kept in one object since it takes a step at every letter. */
interface Walk {
  readonly letters: readonly Letter[];
  readonly wholeWords: WholeWords;
  readonly path: Step[];
  readonly found: Occurrence[];
  /** The letter the words looked for begin with, and how many were found before it. */
  from: number;
  first: number;
}

/** One step on the way through a text that may spell a word by its sound. */
interface Step {
  /** The character, or the syllable in Latin letters. */
  readonly step: string;
  readonly index: number;
  readonly isSpelt: boolean;
}

/**
 * Words that are found as they are written, and by their sound when a character is replaced by another one of the same
 * sound or by pinyin. From each letter it walks no further than the longest word, so the time is linear in the text.
 */
export class WordIndex {
  readonly #written = branch();
  readonly #sounding = branch();
  readonly #steps = new Map<string, readonly string[]>();

  /**
   * @param plain words that count only as they are written
   * @param notBySound words that also count when spelt in pinyin, but not in other characters of their sound
   */
  constructor(
    words: Iterable<string>,
    plain: ReadonlySet<string>,
    private readonly notBySound: ReadonlySet<string>,
  ) {
    for (const word of new Set(words)) {
      const steps = [...word];
      this.#steps.set(word, steps);
      grow(this.#written, steps, word);
      if (plain.has(word) || steps.length < 2) continue;
      for (const sounds of everySound(steps)) grow(this.#sounding, sounds, word);
    }
  }

  occurrencesIn(letters: readonly Letter[]): Occurrence[] {
    const walk: Walk = {
      letters,
      from: 0,
      path: [],
      wholeWords: new WholeWords(letters),
      found: [],
      first: 0,
    };
    for (let from = 0; from < letters.length; from += 1) {
      walk.from = from;
      walk.first = walk.found.length;
      this.#walkWritten(walk, this.#written, from);
      this.#walkSounding(walk, this.#sounding, from);
    }
    return walk.found;
  }

  #walkWritten(walk: Walk, at: Branch, index: number): void {
    if (at.words.length > 0 && isWhole(walk.letters, walk.from, index)) {
      for (const word of at.words) take(walk, word, index);
    }
    const letter = walk.letters[index];
    if (letter === undefined || (index > walk.from && letter.gap >= GAP.clause)) return;
    for (const reading of letter.readings) {
      const next = reading.length === 1 ? at.next.get(reading) : follow(at, reading);
      if (next !== undefined) this.#walkWritten(walk, next, index + 1);
    }
  }

  #walkSounding(walk: Walk, at: Branch, index: number): void {
    for (const word of at.words) {
      if (this.#isSame(word, walk, index) && isWhole(walk.letters, walk.from, index)) take(walk, word, index);
    }
    const letter = walk.letters[index];
    if (letter === undefined || (index > walk.from && letter.gap >= GAP.clause)) return;
    for (const reading of letter.readings) {
      this.#step(walk, at.next.get(reading), { step: reading, index, isSpelt: false }, index + 1);
      for (const sound of soundsOf(reading)) {
        this.#step(walk, at.next.get(sound), { step: reading, index, isSpelt: false }, index + 1);
      }
    }
    if (!LATIN.test(letter.readings[0] ?? '')) return;
    for (const [syllable, to] of syllablesAt(walk.letters, index)) {
      this.#step(walk, at.next.get(syllable), { step: syllable, index, isSpelt: true }, to);
    }
  }

  #step(walk: Walk, next: Branch | undefined, step: Step, to: number): void {
    if (next === undefined) return;
    walk.path.push(step);
    this.#walkSounding(walk, next, to);
    walk.path.pop();
  }

  /** Whether what was met by its sound may be taken for the word, and is not simply written so. */
  #isSame(word: string, { path, wholeWords, from }: Walk, to: number): boolean {
    const steps = this.#steps.get(word) ?? [];
    const sounding = path.filter(({ step, isSpelt }, index) => !isSpelt && step !== steps[index]);
    const spelt = path.filter(({ isSpelt }) => isSpelt);
    if (sounding.length + spelt.length === 0) return false;
    if (spelt.length === steps.length)
      return spelt.reduce((sum, { step }) => sum + step.length, 0) >= SPELT_MIN;
    if (sounding.length === 0) return true;
    if (this.notBySound.has(word) || sounding.some(({ step }) => PARTICLES.has(step))) return false;
    if (sounding.length === steps.length && steps.length <= 3) return false;
    return !wholeWords.readsAsWords(
      from,
      to,
      sounding.map(({ index }) => index),
    );
  }
}

function take({ found, first, from }: Walk, word: string, to: number): void {
  for (let at = first; at < found.length; at += 1) {
    if (found[at]?.word === word && found[at]?.to === to) return;
  }
  found.push({ word, from, to });
}

function follow(at: Branch, steps: string): Branch | undefined {
  let next: Branch | undefined = at;
  for (const step of steps) next = next?.next.get(step);
  return next;
}

/** All ways to pronounce a word; what is no Chinese character stands for itself. */
function everySound(steps: readonly string[]): string[][] {
  return steps.reduce<string[][]>(
    (ways, step) => {
      const sounds = soundsOf(step);
      // Words with many characters of several sounds would multiply; the first two sounds are the usual ones.
      const choices = sounds.length === 0 ? [step] : sounds.slice(0, 2);
      return ways.flatMap((way) => choices.map((sound) => [...way, sound])).slice(0, 32);
    },
    [[]],
  );
}

/** Latin letters from here on that could be one syllable. */
function syllablesAt(letters: readonly Letter[], from: number): (readonly [syllable: string, to: number])[] {
  const found: (readonly [string, number])[] = [];
  let syllable = '';
  for (let index = from; index < Math.min(letters.length, from + SYLLABLE_MAX); index += 1) {
    const letter = letters[index];
    const [reading = ''] = letter?.readings ?? [];
    if (letter === undefined || !LATIN.test(reading) || (index > from && letter.gap >= GAP.clause)) break;
    syllable += reading;
    if (syllable.length > 1) found.push([syllable, index + 1]);
  }
  return found;
}

/** Whether a word begins and ends with whole runs of Latin letters and digits: `vx` is not in `vxworks`. */
function isWhole(letters: readonly Letter[], from: number, to: number): boolean {
  return !isInsideRun(letters, from) && !isInsideRun(letters, to);
}

function isInsideRun(letters: readonly Letter[], index: number): boolean {
  const before = letters[index - 1]?.readings[0] ?? '';
  const after = letters[index]?.readings[0] ?? '';
  if (letters[index]?.gap !== GAP.none) return false;
  return (LATIN.test(before) && LATIN.test(after)) || (DIGIT.test(before) && DIGIT.test(after));
}
