import { addDays, epochDay, startOfDay } from '../../time/index.ts';
import {
  decideMatch,
  type Asking,
  type Door,
  type GivenNotice,
  type Investor,
  type Match,
  type MatchedProduct,
  type MatchQuestion,
  type MatchReason,
  type MatchRules,
  type NoticeKind,
} from '../index.ts';

export const HOUR_MS = 3_600_000;
/** 2026-11-24. */
export const TODAY = epochDay(20_781);
/** Ten in the morning. */
export const NOW = startOfDay(TODAY) + 10 * HOUR_MS;

/** An ordinary investor of level C3 with whom all is in order. */
export const investorWith = (parts: Partial<Investor> = {}): Investor => ({
  kind: 'ORDINARY',
  level: 'C3',
  validUntil: addDays(TODAY, 100),
  hasChanged: false,
  hasRefusedInformation: false,
  isCallBackDue: false,
  goals: { horizonMonths: 36, types: ['FUND_MIXED'] },
  isQualifiedForPrivate: false,
  ...parts,
});

/** A mixed fund of level R3 with which all is in order. */
export const productWith = (parts: Partial<MatchedProduct> = {}): MatchedProduct => ({
  type: 'FUND_MIXED',
  state: 'ON_SALE',
  level: 'R3',
  levelValidUntil: addDays(TODAY, 100),
  horizonMonths: 12,
  isPrivate: false,
  ...parts,
});

/** What is asked, where it differs from a member of C3, a product of R3, and an asking an hour ago. */
export interface AskedParts {
  readonly at?: number;
  readonly investor?: Partial<Investor>;
  readonly product?: Partial<MatchedProduct>;
  readonly asking?: Partial<Asking>;
}

export const questionOf = (
  door: Door,
  { at = NOW, investor, product, asking }: AskedParts = {},
): MatchQuestion => ({
  door,
  at,
  investor: investorWith(investor),
  product: productWith(product),
  asking: { askedAt: NOW - HOUR_MS, contactedAt: null, notices: [], ...asking },
});

export const matchOf = (door: Door, parts?: AskedParts, rules?: MatchRules): Match =>
  decideMatch(questionOf(door, parts), rules);

/** Why not; empty when nothing speaks against it. */
export const reasonsOf = (door: Door, parts?: AskedParts): readonly MatchReason[] => {
  const match = matchOf(door, parts);
  return match.verdict === 'UNSUITABLE' ? match.reasons : [];
};

/** Notices a minute apart, the last one `lastAt`, about the levels of the parts. */
export const noticesOf = (
  kinds: readonly NoticeKind[],
  lastAt: number,
  { investor, product }: AskedParts = {},
): readonly GivenNotice[] =>
  kinds.map((kind, nth) => ({
    kind,
    at: lastAt - (kinds.length - 1 - nth) * 60_000,
    investorLevel: investorWith(investor).level,
    productLevel: productWith(product).level,
  }));
