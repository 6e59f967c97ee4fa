import { readFileSync } from 'node:fs';
import type {
  Door,
  InvestorKind,
  InvestorLevel,
  Match,
  NoticeKind,
  ProductState,
  RiskLevel,
} from '@siyu/shared/suitability';

/** What a member is, as far as a gate may ask. */
export interface Standing {
  /** Null: never assessed. */
  readonly level: InvestorLevel | null;
  readonly kind: InvestorKind;
  readonly isExpired: boolean;
  readonly hasChanged: boolean;
  readonly hasRefused: boolean;
  readonly isCallBackDue: boolean;
  readonly isQualified: boolean;
  /** Under an advisory contract. */
  readonly hasContract: boolean;
}

/** What a product is, as far as the gate may ask. */
export interface Rating {
  readonly level: RiskLevel | null;
  readonly state: ProductState;
  readonly isExpired: boolean;
  readonly isPrivate: boolean;
}

interface Table {
  readonly columns: string;
  readonly answers: Readonly<Record<string, Match>>;
  readonly verdicts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
const table: Table = JSON.parse(
  readFileSync(new URL('../../../../shared/src/suitability/fixtures/verdicts.json', import.meta.url), 'utf8'),
);
const columns = table.columns.split(' ');
const SHUT: Match = { verdict: 'UNSUITABLE', reasons: [] };

/**
 * What the literal table says of a pair with which all else is in order; anything that is not shuts the door. Written
 * from REQ-SUIT-2, 6, 9, 10 and 12 once more, so that the gate is not measured by itself.
 */
export function expectedMatch(door: Door, member: Standing, product: Rating): Match {
  const isOrdinary = member.kind === 'ORDINARY';
  const counts = member.level !== null && !member.isExpired && !member.hasChanged;
  const isShut =
    member.hasRefused ||
    member.isCallBackDue ||
    (isOrdinary && !counts) ||
    product.state !== 'ON_SALE' ||
    product.level === null ||
    product.isExpired ||
    (product.isPrivate && !(member.isQualified && counts));
  if (isShut) return SHUT;
  const row = table.verdicts[`${member.kind} ${door}`]?.[member.level ?? 'NOT_ASSESSED']?.split(' ');
  const answer = table.answers[row?.[columns.indexOf(product.level ?? 'unrated')] ?? ''];
  if (answer === undefined) throw new Error(`the table says nothing of ${member.kind} ${door}`);
  return answer;
}

/** The notice that comes first for a pair that needs one, and any for another. */
export function firstNotice(member: Standing, product: Rating): NoticeKind {
  const match = expectedMatch('PURCHASE', member, product);
  return (match.verdict === 'NEEDS_WARNING' ? match.notices[0] : undefined) ?? 'NOT_SUITABLE';
}
