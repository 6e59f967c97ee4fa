import { type Excuses, excusesOf, readyExcuses } from './excuses.ts';
import { asRead, type Letter, readLetters } from './letters.ts';
import { matchPattern, occurrencesByPart, type Match } from './match-pattern.ts';
import { quantitiesIn } from './quantities.ts';
import type { Stretch } from './second-reader/features.ts';
import { type Occurrence, WordIndex } from './word-index.ts';
import { FAULTS, type Fault, type WordingDictionary, type WordingPattern } from './wording-dictionary.ts';

/** Words that may not reach members, with their place in the text as it was written: `[start, end)`. */
export interface WordingFinding {
  readonly fault: Fault;
  readonly start: number;
  readonly end: number;
  /** The words as they were written. */
  readonly matched: string;
  /** Stable name of what was found, such as `promise.sure_profit`. */
  readonly reasonCode: string;
}

/** A text as it is read: its letters, what of the dictionary stands in it unexcused, and its sentences. */
export interface WordingReading {
  readonly letters: readonly Letter[];
  readonly matches: readonly Match[];
  readonly sentences: readonly Stretch[];
}

interface Compiled {
  readonly index: WordIndex;
  readonly groupsOf: ReadonlyMap<string, readonly string[]>;
  readonly harmless: ReadonlySet<string>;
  readonly excuses: Excuses;
  readonly patterns: readonly WordingPattern[];
}
const compiled = new WeakMap<WordingDictionary, Compiled>();

/** Readies a dictionary once; the same object is not read again. */
function compile(dictionary: WordingDictionary): Compiled {
  const found = compiled.get(dictionary);
  if (found !== undefined) return found;
  const groupsOf = new Map<string, string[]>();
  for (const fault of FAULTS) {
    for (const [group, words] of Object.entries(dictionary.rules[fault].groups)) {
      const name = nameIn(fault, group);
      for (const word of words.map(asRead)) groupsOf.set(word, [...(groupsOf.get(word) ?? []), name]);
    }
  }
  const patterns = FAULTS.flatMap((fault) =>
    dictionary.rules[fault].patterns.map((pattern) => {
      const parts = pattern.parts.map((part) =>
        part
          .split('|')
          .map((group) => nameIn(fault, group))
          .join('|'),
      );
      return { ...pattern, fault, parts };
    }),
  );
  const excuses = readyExcuses(dictionary);
  const harmless = new Set(dictionary.harmless.map(asRead));
  const plain = new Set(
    [...harmless, ...excuses.byWord.keys(), ...excuses.noExcuses].filter((word) => !groupsOf.has(word)),
  );
  const index = new WordIndex(
    [...groupsOf.keys(), ...plain],
    plain,
    new Set(dictionary.asWritten.map(asRead)),
  );
  const made = { index, groupsOf, patterns, harmless, excuses };
  compiled.set(dictionary, made);
  return made;
}

/** Two faults may call different groups the same; quantities are the same everywhere. */
const nameIn = (fault: Fault, group: string): string => (group.startsWith('#') ? group : `${fault}.${group}`);

/**
 * Finds promises of returns, stock tips, private payments and inducements in a text, also behind spaces, full width,
 * traditional characters, homophones, pinyin and emoji; what the dictionary excuses (a negation, a warning, a quotation
 * of a swindler or of the law) is left out. Pure; the time is linear in the text. No judge of meaning.
 * @example
 * checkWording('这款产品保 本 保 息', dictionary)
 * // => [{ fault: 'promise', start: 4, end: 11, matched: '保 本 保 息', reasonCode: 'promise.capital_safe' }]
 */
export function checkWording(text: string, dictionary: WordingDictionary): WordingFinding[] {
  const { matches, letters } = readWording(text, dictionary);
  return matches.map((match) => findingOf(match, letters, text));
}

/** Reads a text once for everybody who judges it. */
export function readWording(text: string, dictionary: WordingDictionary): WordingReading {
  const { index, groupsOf, harmless, patterns, excuses } = compile(dictionary);
  const letters = readLetters(text, dictionary.signs);
  const occurrences = index.occurrencesIn(letters);
  const shields = occurrences.filter(({ word }) => harmless.has(word));
  const seen = outside(shields, occurrences);
  const byGroup = new Map<string, Occurrence[]>();
  const put = (group: string, occurrence: Occurrence): void => {
    const list = byGroup.get(group);
    if (list === undefined) byGroup.set(group, [occurrence]);
    else list.push(occurrence);
  };
  for (const each of seen) for (const group of groupsOf.get(each.word) ?? []) put(group, each);
  for (const each of quantitiesIn(letters)) put(each.word, each);
  const isExcused = excusesOf(letters, occurrences, excuses);
  const occurrencesOf = occurrencesByPart(byGroup);
  const matches = patterns
    .flatMap((pattern) => matchPattern(pattern, occurrencesOf, letters))
    .filter((match) => !isExcused(match));
  return {
    letters,
    matches: withoutOverlaps(matches),
    sentences: sentencesOf(letters, occurrences, excuses),
  };
}

function sentencesOf(
  letters: readonly Letter[],
  occurrences: readonly Occurrence[],
  { byWord, noExcuses }: Excuses,
): Stretch[] {
  const sentences: { from: number; to: number; excuses: Set<string> }[] = [];
  letters.forEach(({ sentence }, at) => {
    const open = sentences[sentence];
    if (open === undefined) sentences[sentence] = { from: at, to: at + 1, excuses: new Set() };
    else open.to = at + 1;
  });
  for (const { word, from } of occurrences) {
    const names = sentences[letters[from]?.sentence ?? 0]?.excuses;
    for (const { name } of byWord.get(word) ?? []) names?.add(name);
    if (noExcuses.has(word)) names?.add('NONE');
  }
  return sentences;
}

/** Occurrences that lie in no harmless word. */
function outside(shields: readonly Occurrence[], occurrences: readonly Occurrence[]): Occurrence[] {
  if (shields.length === 0) return [...occurrences];
  const reach = new Map<number, number>();
  for (const { from, to } of shields) {
    for (let at = from; at < to; at += 1) reach.set(at, Math.max(reach.get(at) ?? 0, to));
  }
  return occurrences.filter(({ from, to }) => (reach.get(from) ?? 0) < to);
}

/** Of matches of one fault that overlap, the first and longest one. */
function withoutOverlaps(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  const ends = new Map<Fault, number>();
  const sorted = [...matches].sort((one, other) => one.from - other.from || other.to - one.to);
  for (const match of sorted) {
    if (match.from < (ends.get(match.pattern.fault) ?? 0)) continue;
    ends.set(match.pattern.fault, match.to);
    kept.push(match);
  }
  return kept;
}

export function findingOf(
  { pattern, from, to }: Match,
  letters: readonly Letter[],
  text: string,
): WordingFinding {
  const start = letters[from]?.start ?? 0;
  const end = letters[to - 1]?.end ?? start;
  return { fault: pattern.fault, start, end, matched: text.slice(start, end), reasonCode: pattern.reason };
}
