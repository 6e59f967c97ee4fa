import { sify } from 'chinese-conv';

/** What parts two letters. Words may run across a `soft` gap: spaces, dots and dashes hide nothing. */
export const GAP = { none: 0, soft: 1, clause: 2, sentence: 3 } as const;
type Gap = (typeof GAP)[keyof typeof GAP];

/** One letter of a text as it is read, with its place in the text as it was written. */
export interface Letter {
  readonly start: number;
  readonly end: number;
  /** As read: small, narrow, simplified; more than one where a sign can mean several words. */
  readonly readings: readonly string[];
  /** What stands between the letter before and this one. */
  readonly gap: Gap;
  readonly clause: number;
  readonly sentence: number;
  readonly isQuoted: boolean;
  /** How far into the text it stands: a Latin letter or a digit takes a third of a Chinese character. */
  readonly column: number;
}

interface Seen {
  readonly start: number;
  readonly end: number;
  readonly readings: readonly string[];
  readonly gap: Gap;
  readonly isQuoted: boolean;
}

const UNSEEN = /[\p{Cf}\p{Mn}\p{Me}\u{1F3FB}-\u{1F3FF}]/u;
const LETTER = /[\p{L}\p{Nd}\p{Nl}\p{No}%]/u;
const NARROW = /^[a-z0-9]$/;
const OPTION = /^[a-e]$/;
const SENTENCE_ENDS = new Set('。！？!?；;…\n\r');
const CLAUSE_ENDS = new Set('，,：:（）()—');
const OPENS = new Set('“「『《‘【');
const CLOSES = new Set('”」』》’】');
/** A longer one is read as several, so that no text takes longer than its length. */
const SENTENCE_MAX = 400;
/** A quotation that is never closed quotes nothing beyond so many letters. */
const QUOTE_MAX = 120;

interface Sign {
  /** Small and narrow. */
  readonly narrow: string;
  /** The letters it is read as; null for what only parts letters. */
  readonly readings: readonly (readonly string[])[] | null;
}
const knownSigns = new Map<string, Sign>();

/** What a character is read as; nothing but a look-up after the first time. */
function readSign(character: string): Sign {
  const known = knownSigns.get(character);
  if (known !== undefined) return known;
  const narrow = character.normalize('NFKC').toLowerCase();
  const letters = [...narrow].filter((each) => LETTER.test(each));
  const sign = { narrow, readings: letters.length === 0 ? null : letters.map((each) => [sify(each)]) };
  knownSigns.set(character, sign);
  return sign;
}

/**
 * Reads a text letter by letter: full width becomes narrow, traditional simplified, keycaps digits, and what cannot be
 * seen falls away. Each letter keeps its place in the text as written. Linear in the length of the text.
 * @example
 * readLetters('穩 賺', {}).map(({ start, readings }) => [start, readings[0]]) // => [[0, '稳'], [2, '赚']]
 */
export function readLetters(text: string, signs: Readonly<Record<string, readonly string[]>>): Letter[] {
  const seen: Seen[] = [];
  let gap: Gap = GAP.none;
  let quoteFrom: number | null = null;
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const sign = readSign(character);
    const read = Object.hasOwn(signs, sign.narrow) ? lettersOf(signs[sign.narrow] ?? []) : sign.readings;
    if (read === null) {
      if (OPENS.has(character) || (character === '"' && quoteFrom === null)) quoteFrom = seen.length;
      else if (CLOSES.has(character) || character === '"' || character === '\n') quoteFrom = null;
      if (quoteFrom !== null && seen.length - quoteFrom > QUOTE_MAX) quoteFrom = null;
      const next = gapOf(sign.narrow, quoteFrom !== null);
      if (next > gap) gap = next;
    } else {
      for (const readings of read) {
        seen.push({ start, end, readings, gap, isQuoted: quoteFrom !== null });
        gap = GAP.none;
      }
    }
    start = end;
  }
  return numberOff(seen);
}

/** One reading takes as many letters as it has; several ones stay together in one letter. */
function lettersOf(readings: readonly string[]): readonly (readonly string[])[] {
  return readings.length === 1 ? [...(readings[0] ?? '')].map((each) => [each]) : [readings];
}

function gapOf(narrow: string, isQuoted: boolean): Gap {
  if (UNSEEN.test(narrow)) return GAP.none;
  const sign = narrow.slice(0, 1);
  // A sentence inside a quotation belongs to the sentence that quotes it.
  if (SENTENCE_ENDS.has(sign)) return isQuoted && sign !== '\n' ? GAP.clause : GAP.sentence;
  return CLAUSE_ENDS.has(sign) ? GAP.clause : GAP.soft;
}

/** Numbers clauses and sentences; punctuation between single letters (稳，赚，不，赔) hides a word and parts nothing. */
function numberOff(seen: readonly Seen[]): Letter[] {
  let clause = 0;
  let sentence = 0;
  let sentenceFrom = 0;
  let column = 0;
  let wasAlone = false;
  return seen.map(({ start, end, readings, isQuoted, gap: written }, index) => {
    const isAlone = (index === 0 || written !== GAP.none) && seen[index + 1]?.gap !== GAP.none;
    const gap =
      index - sentenceFrom >= SENTENCE_MAX ? GAP.sentence : gapAsRead(written, readings, wasAlone, isAlone);
    wasAlone = isAlone;
    if (gap >= GAP.clause) clause += 1;
    if (gap === GAP.sentence) sentence += 1;
    if (gap === GAP.sentence) sentenceFrom = index;
    const letter = { start, end, readings, gap, clause, sentence, isQuoted, column };
    column += NARROW.test(readings[0] ?? '') ? 1 / 3 : 1;
    return letter;
  });
}

function gapAsRead(gap: Gap, readings: readonly string[], wasAlone: boolean, isAlone: boolean): Gap {
  if (gap === GAP.clause) return wasAlone || isAlone ? GAP.soft : gap;
  if (gap !== GAP.sentence || !isAlone) return gap;
  if (wasAlone) return GAP.soft;
  // A question and the answers to choose from (A. B. C.) belong together.
  return OPTION.test(readings[0] ?? '') ? GAP.clause : gap;
}

/**
 * A word of the dictionary as texts are read: however it was entered, it meets what is written.
 * @example
 * asRead('Ｕ盾') // => 'u盾'
 */
export function asRead(word: string): string {
  return readLetters(word, {})
    .map(({ readings }) => readings[0] ?? '')
    .join('');
}
