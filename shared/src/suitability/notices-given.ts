import type { NoticeKind } from './match.ts';
import type { GivenNotice, MatchQuestion } from './match-question.ts';

/** How far the notices have come. */
export interface NoticesGiven {
  readonly due: readonly NoticeKind[];
  /** When the last one was given; null: not all are. Epoch milliseconds. */
  readonly allGivenAt: number | null;
}

/**
 * How many of the needed notices were given, each after the one before it, since `sinceMs` and by now, and about the
 * levels that hold today. One given out of order has to be given again.
 *
 * @param sinceMs epoch milliseconds: what was given earlier belongs to something else
 * @example
 * noticesGiven(['NOT_SUITABLE'], { at: 9, investor: { level: 'C3' }, product: { level: 'R4' }, asking: { notices: [] } }, 0) // => { due: ['NOT_SUITABLE'], allGivenAt: null }
 */
export function noticesGiven(
  needed: readonly NoticeKind[],
  { at, investor, product, asking: { notices } }: AskedNotices,
  sinceMs: number,
): NoticesGiven {
  const counted = notices.filter(
    (each) =>
      each.at >= sinceMs &&
      each.at <= at &&
      each.investorLevel === investor.level &&
      each.productLevel === product.level,
  );
  let last: number | null = null;
  for (const [place, kind] of needed.entries()) {
    const given = earliestAfter(counted, kind, last);
    if (given === null) return { due: needed.slice(place), allGivenAt: null };
    last = given;
  }
  return { due: [], allGivenAt: last };
}

/** Of a question, what notices depend on. */
interface AskedNotices {
  readonly at: number;
  readonly investor: Pick<MatchQuestion['investor'], 'level'>;
  readonly product: Pick<MatchQuestion['product'], 'level'>;
  readonly asking: Pick<MatchQuestion['asking'], 'notices'>;
}

function earliestAfter(
  notices: readonly GivenNotice[],
  kind: NoticeKind,
  after: number | null,
): number | null {
  const instants = notices
    .filter((each) => each.kind === kind && (after === null || each.at > after))
    .map(({ at }) => at);
  return instants.length === 0 ? null : Math.min(...instants);
}
