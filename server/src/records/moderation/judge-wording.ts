import { findingOf, readWording, type WordingFinding, type WordingReading } from './check-wording.ts';
import type { SecondReader } from './second-reader/second-reader.ts';
import type { SecondReaderLimits } from './second-reader/limits.ts';
import type { WordingDictionary } from './wording-dictionary.ts';

/**
 * `refused` cannot reach members; `review` may, once a second person has looked at the place. Text without a finding is
 * clear.
 */
export const WORDING_LEVELS = ['refused', 'review'] as const;
export type WordingLevel = (typeof WORDING_LEVELS)[number];

export interface JudgedFinding extends WordingFinding {
  readonly level: WordingLevel;
  /** Pieces of the sentence that told the second reader most; none where the dictionary names its own words. */
  readonly pieces: readonly string[];
}

/** A sentence of fewer letters is a heading or a label; only the dictionary judges it. */
const LETTERS_MIN = 5;

/**
 * Judges a text by two readers. Words of the dictionary are refused unless the second reader finds their sentence
 * clearly innocent, which then needs a second look; a sentence without such words is judged by the second reader alone.
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
    const level = score >= limits.clearBelow ? 'refused' : 'review';
    return { ...findingOf(match, letters, text), level, pieces: [] };
  });
  const named = new Set(matches.map(({ from }) => letters[from]?.sentence ?? 0));
  const bySecond = sentences.flatMap((sentence, at) => {
    const score = scores[at] ?? 0;
    if (score < limits.reviewFrom || named.has(at) || sentence.to - sentence.from < LETTERS_MIN) return [];
    const level = score >= limits.refuseFrom ? 'refused' : 'review';
    return [secondFinding(text, reading, reader, at, level)];
  });
  return [...byDictionary, ...bySecond].sort((one, other) => one.start - other.start);
}

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
    pieces: pieces.map(({ from, to }) => slice(from, to).written),
  };
}
