import { asRead, type Letter } from './letters.ts';
import type { Match } from './match-pattern.ts';
import type { Occurrence } from './word-index.ts';
import type { WordingDictionary, WordingExcuse } from './wording-dictionary.ts';

/** A denying word further away than this speaks of something else. */
const CLAUSE_REACH = 14;

interface Excusing {
  readonly excuse: WordingExcuse;
  readonly place: Occurrence;
}

/** The excuses of a dictionary by the words that bring them, readied once. */
export interface Excuses {
  readonly byWord: ReadonlyMap<string, readonly WordingExcuse[]>;
  readonly noExcuses: ReadonlySet<string>;
}

/** Readies the excuses of a dictionary: a word that was entered in another writing is the same word. */
export function readyExcuses({
  excuses,
  noExcuses,
}: Pick<WordingDictionary, 'excuses' | 'noExcuses'>): Excuses {
  const byWord = new Map<string, WordingExcuse[]>();
  for (const excuse of excuses)
    for (const word of excuse.words.map(asRead)) byWord.set(word, [...(byWord.get(word) ?? []), excuse]);
  return { byWord, noExcuses: new Set(noExcuses.map(asRead)) };
}

/** Tells of each match whether words around it excuse it: what is denied, warned of or quoted is not said. */
export function excusesOf(
  letters: readonly Letter[],
  occurrences: readonly Occurrence[],
  { byWord, noExcuses }: Excuses,
): (match: Match) => boolean {
  const shields = occurrences.filter(({ word }) => noExcuses.has(word));
  const shielded = new Set<number>();
  for (const { from, to } of shields) for (let at = from; at < to; at += 1) shielded.add(at);
  const bySentence = new Map<number, Excusing[]>();
  for (const place of occurrences) {
    const excuses = byWord.get(place.word);
    if (excuses === undefined || shielded.has(place.from)) continue;
    const sentence = letters[place.from]?.sentence ?? 0;
    const list = bySentence.get(sentence) ?? [];
    for (const excuse of excuses) list.push({ excuse, place });
    bySentence.set(sentence, list);
  }
  return (match) =>
    (bySentence.get(letters[match.from]?.sentence ?? 0) ?? []).some(
      ({ excuse, place }) =>
        excuse.faults.includes(match.pattern.fault) && reaches(excuse, place, match, letters),
    );
}

function reaches(
  { reach }: WordingExcuse,
  place: Occurrence,
  { from, to, parts }: Match,
  letters: readonly Letter[],
): boolean {
  // A word of the match itself (没有风险) does not excuse it.
  const isApart = parts.every((part) => place.to <= part.from || place.from >= part.to);
  switch (reach) {
    case 'clause':
      return isApart && parts.some((part) => deniesPart(place, part, letters));
    case 'earlier':
      return isApart && place.to <= (parts.at(-1)?.from ?? from);
    case 'later':
      return place.from >= to;
    case 'sentence':
      return isApart;
    case 'quoted':
      return letters.slice(from, to).every(({ isQuoted }) => isQuoted);
  }
}

function deniesPart(place: Occurrence, part: Occurrence, letters: readonly Letter[]): boolean {
  const isBefore = place.to <= part.from && part.from - place.to <= CLAUSE_REACH;
  return isBefore && letters[place.from]?.clause === letters[part.from]?.clause;
}
