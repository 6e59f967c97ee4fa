import type { WordingLevel } from '@siyu/shared/contracts/moderation.limits';
import { findingOf, readWording, type WordingFinding, type WordingReading } from './check-wording.ts';
import { initialDictionary } from './dictionary/initial-dictionary.ts';
import { asRead, type Letter } from './letters.ts';
import type { Stretch } from './second-reader/features.ts';
import type { SecondReader } from './second-reader/second-reader.ts';
import type { SecondReaderLimits } from './second-reader/limits.ts';
import { FAULTS, type WordingDictionary } from './wording-dictionary.ts';

export interface JudgedFinding extends WordingFinding {
  readonly level: WordingLevel;
  /** Whether words of the dictionary stand there, or the sentence as a whole only reads so. */
  readonly isNamed: boolean;
  /** Pieces of the sentence that told the second reader most; none where the dictionary names its own words. */
  readonly pieces: readonly string[];
}

/** A sentence of fewer Chinese characters, or three times as many Latin letters, is a label: only the dictionary judges it. */
const WIDTH_MIN = 5;

let shipped: ReadonlySet<string> | null = null;
/** Read when the first text is judged: a server that has just started has no text yet, and waits for nothing else. */
const shippedWords = (): ReadonlySet<string> =>
  (shipped ??= new Set(
    FAULTS.flatMap((fault) => Object.values(initialDictionary.rules[fault].groups).flat()).map(asRead),
  ));
/** The second reader learned what stands around the words the software brings along; of a firm's own it knows nothing. */
const isShipped = (word: string): boolean => word.startsWith('#') || shippedWords().has(word);

/**
 * Judges a text by two readers. Words of the dictionary are refused unless the second reader knows them and finds their
 * sentence clearly innocent, which then needs a second look; a sentence without such words is judged by the second reader alone.
 * @example
 * judgeWording('这款产品保本保息', dictionary, reader, limits)[0]?.level // => 'refused'
 */
export function judgeWording(
  text: string,
  dictionary: WordingDictionary,
  reader: SecondReader,
  limits: SecondReaderLimits,
): JudgedFinding[] {
  const reading = readWording(text, dictionary);
  const { letters, matches, sentences } = reading;
  const scores = sentences.map((sentence) => reader.scoreOf(letters, sentence));
  const byDictionary = matches.map((match): JudgedFinding => {
    const score = scores[letters[match.from]?.sentence ?? 0] ?? 0;
    const isExcusable = score < limits.clearBelow && match.parts.every(({ word }) => isShipped(word));
    const level = isExcusable ? 'review' : 'refused';
    return { ...findingOf(match, letters, text), level, isNamed: true, pieces: [] };
  });
  const named = new Set(matches.map(({ from }) => letters[from]?.sentence ?? 0));
  const bySecond = sentences.flatMap((sentence, at) => {
    const score = scores[at] ?? 0;
    if (score < limits.reviewFrom || named.has(at) || widthOf(sentence, letters) < WIDTH_MIN) return [];
    const level = score >= limits.refuseFrom ? 'refused' : 'review';
    return [secondFinding(text, reading, reader, at, level)];
  });
  return [...byDictionary, ...bySecond].sort((one, other) => one.start - other.start);
}

const widthOf = ({ from, to }: Stretch, letters: readonly Letter[]): number =>
  (letters[to - 1]?.column ?? 0) - (letters[from]?.column ?? 0) + 1;

function secondFinding(
  text: string,
  { letters, sentences }: WordingReading,
  reader: SecondReader,
  at: number,
  level: WordingLevel,
): JudgedFinding {
  const sentence = sentences[at] ?? { from: 0, to: 0, excuses: new Set<string>() };
  const { fault, pieces } = reader.read(letters, sentence);
  const slice = (from: number, to: number) => {
    const start = letters[from]?.start ?? 0;
    const end = letters[to - 1]?.end ?? start;
    return { start, end, written: text.slice(start, end) };
  };
  const { start, end, written } = slice(sentence.from, sentence.to);
  return {
    fault,
    start,
    end,
    matched: written,
    reasonCode: `${fault}.reads_like`,
    level,
    isNamed: false,
    pieces: pieces.map(({ from, to }) => slice(from, to).written),
  };
}
