import { POINT_ACCOUNTS, type PointAccount } from '@siyu/shared/contracts/points.limits';
import { epochDay, formatDay, parseDay } from '@siyu/shared/time';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import type { PointsClosing, PointsClosingLine, PointsDay } from './points-closing.entity.ts';

/** @example monthOf(20_781) // => '2026-11' */
export const monthOf = (businessOn: number): string => formatDay(epochDay(businessOn)).slice(0, 7);

/** @example monthAfter('2026-12') // => '2027-01' */
export function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The first and the last day of a month. */
export function daysOf(month: string): readonly [number, number] {
  const [first, next] = [parseDay(`${month}-01`), parseDay(`${monthAfter(month)}-01`)];
  if (first === null || next === null) throw new RangeError(`not a month: ${month}`);
  return [first, next - 1];
}

/** An account's movements on a day, as the entries sum up. */
export type DaySum = Pick<PointsDay, 'account' | 'inPoints' | 'outPoints' | 'inFen' | 'outFen'>;
/** What accounts held at the end of some day. */
export type Holdings = ReadonlyMap<PointAccount, Pick<PointsDay, 'closingPoints' | 'closingFen'>>;

const nothing = { inPoints: 0, outPoints: 0, inFen: 0, outFen: 0 };

/** The rows of a day: each account, also where nothing moved. */
export function dayRows(businessOn: number, sums: readonly DaySum[], before: Holdings): PointsDay[] {
  return POINT_ACCOUNTS.map((account) => {
    const moved = sums.find((each) => each.account === account) ?? nothing;
    const { inPoints, outPoints, inFen, outFen } = moved;
    const closingPoints = (before.get(account)?.closingPoints ?? 0) + inPoints - outPoints;
    const closingFen = (before.get(account)?.closingFen ?? 0) + inFen - outFen;
    return { businessOn, account, inPoints, outPoints, inFen, outFen, closingPoints, closingFen };
  });
}

/** The lines of a month from its days and what the month before ended with. */
export function monthLines(
  month: string,
  days: readonly PointsDay[],
  before: readonly PointsClosingLine[],
): PointsClosingLine[] {
  return POINT_ACCOUNTS.map((account) => {
    const own = days.filter((day) => day.account === account);
    const sum = (figure: keyof typeof nothing) => own.reduce((total, day) => total + day[figure], 0);
    const opening = before.find((line) => line.account === account);
    const [openingPoints, openingFen] = [opening?.closingPoints ?? 0, opening?.closingFen ?? 0];
    const moved = {
      inPoints: sum('inPoints'),
      outPoints: sum('outPoints'),
      inFen: sum('inFen'),
      outFen: sum('outFen'),
    };
    return {
      month,
      account,
      openingPoints,
      openingFen,
      ...moved,
      closingPoints: openingPoints + moved.inPoints - moved.outPoints,
      closingFen: openingFen + moved.inFen - moved.outFen,
    };
  });
}

/** The seal of a month: whoever changes a figure of it, or of a month before it, breaks it. */
export function sealOf(
  { month, postings, writtenOffPoints }: Pick<PointsClosing, 'month' | 'postings' | 'writtenOffPoints'>,
  lines: readonly PointsClosingLine[],
  before: string | null,
): string {
  const figures = POINT_ACCOUNTS.map((account) => {
    const line = lines.find((each) => each.account === account);
    if (line === undefined) return [account];
    const { openingPoints, inPoints, outPoints, closingPoints } = line;
    const { openingFen, inFen, outFen, closingFen } = line;
    return [
      account,
      openingPoints,
      inPoints,
      outPoints,
      closingPoints,
      openingFen,
      inFen,
      outFen,
      closingFen,
    ];
  });
  return sha256OfJson({ month, postings, writtenOffPoints, figures, before });
}
