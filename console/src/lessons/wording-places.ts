import type { WordingCheck, WordingText } from '@siyu/shared/contracts/moderation';
import { wordingMark, type WordingLevel } from '@siyu/shared/contracts/moderation.limits';
import { wordingSentence } from '@siyu/shared/messages';

/** Letters shown on either side of words that were found. */
const AROUND = 12;

/** Words that members may not read, or that a reviewer must look at, with what stands around them. */
export interface WordingPlace {
  readonly path: string;
  /** What a reviewer's tick names. */
  readonly mark: string;
  readonly level: WordingLevel;
  readonly before: string;
  readonly matched: string;
  readonly after: string;
  readonly sentence: string;
}

/** Where the findings of a check stand in the texts that were checked. */
export function wordingPlaces(
  texts: readonly WordingText[],
  findings: WordingCheck['findings'],
): WordingPlace[] {
  const byPath = new Map(texts.map(({ path, text }) => [path, text]));
  return findings.map((finding) => {
    const { path, level, start, end, fault, reasonCode, pieces } = finding;
    const text = byPath.get(path) ?? '';
    const from = Math.max(0, start - AROUND);
    const to = Math.min(text.length, end + AROUND);
    return {
      path,
      mark: wordingMark(finding),
      level,
      before: `${from > 0 ? '…' : ''}${text.slice(from, start)}`,
      matched: text.slice(start, end),
      after: `${text.slice(end, to)}${to < text.length ? '…' : ''}`,
      sentence: wordingSentence(fault, reasonCode, pieces),
    };
  });
}
