import type { IntervalBounds } from './interval-bounds.ts';

type BoundNames = Exclude<keyof IntervalBounds, 'nextChangeOn'>;
/** What an interval holds beside its key and bounds. */
export type ContentOf<Row extends IntervalBounds> = Omit<Row, BoundNames>;

export interface IntervalPlan<Row> {
  /** The open interval, to be closed. */
  readonly close: Row | null;
  readonly open: Row | null;
}

/** The run that asks: whose, with which facts, for which day. */
export interface IntervalMoment {
  readonly memberNo: number;
  readonly seq: number;
  readonly asOf: number;
  readonly recordedAt: number;
}

/**
 * What the intervals of something kept of a member become: nothing unless something that counts is different.
 * @param content what is to hold from now on; null when nothing is
 * @param last the interval with the highest number, open or closed; null when there is none
 */
export function planInterval<Row extends IntervalBounds>(
  content: ContentOf<Row> | null,
  last: Row | null,
  { memberNo, seq, asOf, recordedAt }: IntervalMoment,
): IntervalPlan<Row | (ContentOf<Row> & Pick<IntervalBounds, BoundNames>)> {
  const held = last !== null && last.toSeq === null ? last : null;
  if (content === null && held === null) return { close: null, open: null };
  if (content !== null && held !== null && isSame(content, held)) return { close: null, open: null };
  return {
    close: held === null ? null : { ...held, toSeq: seq, toAsOf: asOf },
    open:
      content === null
        ? null
        : {
            ...content,
            memberNo,
            intervalNo: (last?.intervalNo ?? 0) + 1,
            fromSeq: seq,
            fromAsOf: asOf,
            toSeq: null,
            toAsOf: null,
            recordedAt,
          },
  };
}

/** Texts, numbers, flags and nulls as they are; what is stored as JSON by its text. */
function isSame(content: object, held: object): boolean {
  const before = new Map<string, unknown>(Object.entries(held));
  return Object.entries(content).every(([name, value]: [string, unknown]) => {
    const other = before.get(name);
    if (typeof value !== 'object' || value === null) return value === other;
    return JSON.stringify(value) === JSON.stringify(other);
  });
}
