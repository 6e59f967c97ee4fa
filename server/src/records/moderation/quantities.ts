import { GAP, type Letter } from './letters.ts';
import type { Quantity } from './wording-dictionary.ts';
import type { Occurrence } from './word-index.ts';

const CHINESE = '零一二三四五六七八九';
const NUMERAL = /^[0-9零〇一二两三四五六七八九十百千万亿半几]$/;
const UNITS = new Set(['元', '块', '万', '千', '百', '毛', '亿', 'k', 'w', '刀', 'u']);
/** First two digits of the codes of shares, funds and bonds on the mainland's exchanges. */
const CODE_STARTS = new Set('60 68 00 30 15 16 50 51 56 58 11 12 43 83 87 92'.split(' '));
const CODE_LENGTH = 6;
const HANDLE = /^[a-z0-9]$/;
const LETTER = /^[a-z]$/;
const HANDLE_MIN = 5;
const CARD_MIN = 12;
const CARD_GROUP = { min: 3, max: 6 } as const;
const DIGITS = { min: 5, max: 11 } as const;

interface Run {
  readonly from: number;
  readonly to: number;
  /** Digits only; empty when it holds 十, 百 and the like. */
  readonly digits: string;
  /** 一 and 几 alone are in too many words to be numbers. */
  readonly isTelling: boolean;
}

/** Numbers that say something: codes of securities, percentages, sums, phone and account numbers. */
export function quantitiesIn(letters: readonly Letter[]): Occurrence[] {
  const runs = runsIn(letters);
  const joined = joinRuns(runs, letters);
  return [
    ...runs.flatMap((run) => [
      ...(run.isTelling ? [occurrence('#number', run)] : []),
      ...percentOf(run, letters),
      ...amountOf(run, letters),
    ]),
    ...joined.flatMap(kindsOf),
    ...handlesIn(letters),
  ];
}

/** Names of accounts: Latin letters, perhaps with digits, in one piece. */
function handlesIn(letters: readonly Letter[]): Occurrence[] {
  const handles: Occurrence[] = [];
  let from = 0;
  let hasLetter = false;
  for (let at = 0; at <= letters.length; at += 1) {
    const reading = readingAt(letters, at);
    const goesOn = HANDLE.test(reading) && (at === from || (letters[at]?.gap ?? GAP.clause) < GAP.clause);
    if (goesOn) {
      hasLetter ||= LETTER.test(reading);
      continue;
    }
    if (hasLetter && at - from >= HANDLE_MIN) handles.push(occurrence('#handle', { from, to: at }));
    from = HANDLE.test(reading) ? at : at + 1;
    hasLetter = HANDLE.test(reading) && LETTER.test(reading);
  }
  return handles;
}

const occurrence = (word: Quantity, { from, to }: Pick<Run, 'from' | 'to'>): Occurrence => ({
  word,
  from,
  to,
});
const readingAt = (letters: readonly Letter[], index: number): string => letters[index]?.readings[0] ?? '';

function runsIn(letters: readonly Letter[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < letters.length; from += 1) {
    if (!NUMERAL.test(readingAt(letters, from))) continue;
    let to = from + 1;
    while (to < letters.length && letters[to]?.gap === GAP.none && NUMERAL.test(readingAt(letters, to)))
      to += 1;
    const digits = [...letters.slice(from, to)].map(({ readings }) => digitOf(readings[0] ?? ''));
    const isTelling = to - from > 1 || /^[0-9]$/.test(readingAt(letters, from));
    runs.push({ from, to, digits: digits.includes(null) ? '' : digits.join(''), isTelling });
    from = to - 1;
  }
  return runs;
}

function digitOf(reading: string): string | null {
  if (/^[0-9]$/.test(reading)) return reading;
  if (reading === '〇') return '0';
  const place = CHINESE.indexOf(reading);
  return place === -1 ? null : String(place);
}

/** Joins digits that stand one by one (6 0 0 5 1 9) and the groups of a card number. */
function joinRuns(runs: readonly Run[], letters: readonly Letter[]): Run[] {
  const joined: Run[] = [];
  let open: Run[] = [];
  const close = (): void => {
    const [first] = open;
    const last = open.at(-1);
    if (first !== undefined && last !== undefined)
      joined.push({
        from: first.from,
        to: last.to,
        digits: open.map(({ digits }) => digits).join(''),
        isTelling: true,
      });
    open = [];
  };
  const isGroup = ({ digits }: Run): boolean =>
    digits.length >= CARD_GROUP.min && digits.length <= CARD_GROUP.max;
  for (const run of runs) {
    const before = open.at(-1);
    const follows = before?.to === run.from && letters[run.from]?.gap === GAP.soft;
    const isAlike =
      before !== undefined &&
      ((before.digits.length === 1 && run.digits.length === 1) || (isGroup(before) && isGroup(run)));
    if (!follows || !isAlike) close();
    if (run.digits !== '') open.push(run);
  }
  close();
  return joined;
}

function kindsOf(run: Run): Occurrence[] {
  const { length } = run.digits;
  if (length === CODE_LENGTH && CODE_STARTS.has(run.digits.slice(0, 2))) return [occurrence('#code', run)];
  if (length >= CARD_MIN) return [occurrence('#card', run)];
  return length >= DIGITS.min && length <= DIGITS.max ? [occurrence('#digits', run)] : [];
}

function percentOf(run: Run, letters: readonly Letter[]): Occurrence[] {
  const after = readingAt(letters, run.to);
  const isPoints = ['个点', '成'].some((unit) =>
    [...unit].every((each, at) => readingAt(letters, run.to + at) === each),
  );
  if (after === '%' || isPoints) return [occurrence('#percent', { from: run.from, to: run.to + 1 })];
  const isShare = readingAt(letters, run.from - 2) === '分' && readingAt(letters, run.from - 1) === '之';
  return isShare ? [occurrence('#percent', { from: Math.max(0, run.from - 3), to: run.to })] : [];
}

function amountOf(run: Run, letters: readonly Letter[]): Occurrence[] {
  const hasUnit =
    UNITS.has(readingAt(letters, run.to)) || (run.isTelling && UNITS.has(readingAt(letters, run.to - 1)));
  return hasUnit ? [occurrence('#amount', { from: run.from, to: Math.min(letters.length, run.to + 1) })] : [];
}
