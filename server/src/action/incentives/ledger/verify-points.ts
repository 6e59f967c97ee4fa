import { POINT_ACCOUNTS, type PointAccount } from '@siyu/shared/contracts/points.limits';
import { type EntityManager, MoreThan, Between } from 'typeorm';
import { dayRows, type DaySum, daysOf, monthLines, sealOf } from './closing-figures.ts';
import { MemberRecount } from './member-recount.ts';
import { PointsBalance } from './points-balance.entity.ts';
import { PointsClosing, PointsClosingLine, PointsDay } from './points-closing.entity.ts';
import { PointsHead } from './points-head.entity.ts';
import { PointsLot } from './points-lot.entity.ts';
import { PointsEntry, PointsPosting } from './points-posting.entity.ts';

const MEMBERS_PER_STEP = 50;

/** What recomputing everything from the entries came to. */
export interface PointsVerdict {
  readonly members: number;
  readonly postings: number;
  readonly entries: number;
  readonly months: number;
  /** What members have, pending and available. */
  readonly outstandingPoints: number;
  readonly outstandingFen: number;
  /** The first thing that is not what the entries say, in words; null: all of it is. */
  readonly firstDifference: string | null;
}

/** By business day, what went in and out of each account. */
type DaySums = Map<number, Map<PointAccount, { -readonly [Key in keyof DaySum]: DaySum[Key] }>>;

/**
 * Recomputes balances, lots, days and closings from the entries, and the entries from what must hold of them. Reads
 * only, member by member, so that it fits into memory whatever the size of the ledger.
 */
export async function verifyPoints(manager: EntityManager): Promise<PointsVerdict> {
  const counted = { members: 0, postings: 0, entries: 0, months: 0, outstandingPoints: 0, outstandingFen: 0 };
  const sums: DaySums = new Map();
  for (let after = -1; ;) {
    const balances = await manager.find(PointsBalance, {
      where: { memberNo: MoreThan(after) },
      order: { memberNo: 'ASC' },
      take: MEMBERS_PER_STEP,
    });
    const last =
      balances.length < MEMBERS_PER_STEP ? Number.MAX_SAFE_INTEGER : (balances.at(-1)?.memberNo ?? after);
    const firstDifference = await verifyMembers(manager, [after + 1, last], balances, sums, counted);
    if (firstDifference !== null) return { ...counted, firstDifference };
    if (balances.length < MEMBERS_PER_STEP) break;
    after = last;
  }
  const inDays = await verifyDays(manager, sums);
  if (inDays !== null) return { ...counted, firstDifference: inDays };
  const months = await manager.find(PointsClosing, { order: { month: 'ASC' } });
  return { ...counted, months: months.length, firstDifference: await verifyMonths(manager, months) };
}

async function verifyMembers(
  manager: EntityManager,
  range: readonly [number, number],
  balances: readonly PointsBalance[],
  sums: DaySums,
  counted: {
    members: number;
    postings: number;
    entries: number;
    outstandingPoints: number;
    outstandingFen: number;
  },
): Promise<string | null> {
  const memberNo = Between(range[0], range[1]);
  const lots = await manager.findBy(PointsLot, { memberNo });
  const postings = await manager.find(PointsPosting, {
    where: { memberNo },
    order: { memberNo: 1, postingNo: 1 },
  });
  const entries = await manager.find(PointsEntry, {
    where: { memberNo },
    order: { memberNo: 1, entryNo: 1 },
  });
  const recounts = new Map(balances.map((balance) => [balance.memberNo, new MemberRecount(balance)]));
  const of = (row: { readonly memberNo: number }): MemberRecount | null => recounts.get(row.memberNo) ?? null;
  for (const row of [...lots, ...postings, ...entries])
    if (of(row) === null) return `member ${row.memberNo} has rows and no balance`;
  for (const lot of lots) of(lot)?.lots.set(lot.lotNo, lot);
  for (const posting of postings) of(posting)?.postings.push(posting);
  for (const entry of entries) {
    of(entry)?.entries.push(entry);
    addToDay(sums, entry);
  }
  for (const [no, recount] of recounts) {
    const difference = recount.firstDifference();
    if (difference !== null) return `member ${no}: ${difference}`;
  }
  counted.members += balances.length;
  counted.postings += postings.length;
  counted.entries += entries.length;
  for (const { pendingPoints, availablePoints, pendingFen, availableFen } of balances) {
    counted.outstandingPoints += pendingPoints + availablePoints;
    counted.outstandingFen += pendingFen + availableFen;
  }
  return null;
}

function addToDay(sums: DaySums, { businessOn, account, points, costFen }: PointsEntry): void {
  const day = sums.get(businessOn) ?? new Map<PointAccount, DaySum>();
  sums.set(businessOn, day);
  const sum = day.get(account) ?? { account, inPoints: 0, outPoints: 0, inFen: 0, outFen: 0 };
  const isIn = points > 0;
  day.set(account, {
    account,
    inPoints: sum.inPoints + (isIn ? points : 0),
    outPoints: sum.outPoints - (isIn ? 0 : points),
    inFen: sum.inFen + (isIn ? costFen : 0),
    outFen: sum.outFen - (isIn ? 0 : costFen),
  });
}

async function verifyDays(manager: EntityManager, sums: DaySums): Promise<string | null> {
  const head = await manager.findOneBy(PointsHead, {});
  const rows = await manager.find(PointsDay, { order: { businessOn: 'ASC' } });
  let before: readonly PointsDay[] = [];
  const summed = [...new Set(rows.map(({ businessOn }) => businessOn))];
  const last = summed.at(-1) ?? 0;
  for (const businessOn of [...sums.keys()].sort((a, b) => a - b)) {
    if (head === null || businessOn > head.businessOn)
      return `day ${businessOn} has entries and is not open yet`;
    if (businessOn > last) break;
    const stored = rows.filter((row) => row.businessOn === businessOn);
    const holdings = new Map(before.map((row) => [row.account, row]));
    const expected = dayRows(businessOn, [...(sums.get(businessOn)?.values() ?? [])], holdings);
    const difference = firstUnlike(expected, stored);
    if (difference !== null) return `day ${businessOn}: ${difference}`;
    before = expected;
  }
  const extra = summed.find((day) => !sums.has(day));
  return extra === undefined ? null : `day ${extra} is summed up and has no entries`;
}

async function verifyMonths(
  manager: EntityManager,
  months: readonly PointsClosing[],
): Promise<string | null> {
  let before: PointsClosing | null = null;
  let lines: readonly PointsClosingLine[] = [];
  for (const closing of months) {
    const { month } = closing;
    const [from, to] = daysOf(month);
    const days = await manager.findBy(PointsDay, { businessOn: Between(from, to) });
    const stored = await manager.findBy(PointsClosingLine, { month });
    const expected = monthLines(month, days, lines);
    const difference = firstUnlike(expected, stored);
    if (difference !== null) return `month ${month}: ${difference}`;
    const inMonth = { businessOn: Between(from, to) };
    const postings = await manager.countBy(PointsPosting, inMonth);
    if (postings !== closing.postings)
      return `month ${month}: ${postings} postings, closed with ${closing.postings}`;
    const writtenOffPoints = (await manager.sum(PointsPosting, 'writtenOffPoints', inMonth)) ?? 0;
    const counted = { month, postings, writtenOffPoints: Number(writtenOffPoints) };
    if (sealOf(counted, expected, before?.sha256 ?? null) !== closing.sha256)
      return `month ${month}: its seal is broken`;
    [before, lines] = [closing, expected];
  }
  return null;
}

/** Compares rows by account, figure by figure. */
function firstUnlike<Row extends { readonly account: PointAccount }>(
  expected: readonly Row[],
  stored: readonly Row[],
): string | null {
  for (const account of POINT_ACCOUNTS) {
    const [wanted, found] = [expected, stored].map((rows) => rows.find((row) => row.account === account));
    if (wanted === undefined || found === undefined) return `no row of ${account}`;
    for (const [figure, value] of Object.entries(wanted)) {
      const there: unknown = Reflect.get(found, figure);
      if (there !== value)
        return `${figure} of ${account} is ${String(there)}, by the entries ${String(value)}`;
    }
  }
  return null;
}

/** The verdict in sentences. */
export function describePointsVerdict(verdict: PointsVerdict): readonly string[] {
  const { members, postings, entries, months, outstandingPoints, outstandingFen, firstDifference } = verdict;
  if (firstDifference !== null) return [`The ledger of points does not balance: ${firstDifference}.`];
  return [
    `The ledger of points balances: ${members} members, ${postings} postings, ${entries} entries, ${months} closed months.`,
    `Outstanding: ${outstandingPoints} points, ${(outstandingFen / 100).toFixed(2)} yuan.`,
  ];
}
