import type { EpochDay } from '../time/index.ts';
import type { InvestorKind, InvestorLevel } from './levels.ts';
import type { ProductType } from './product.ts';

/** What a member wants to reach, as answered in the questionnaire. */
export interface Goals {
  /** How long the money may stay, in months; null: not answered. */
  readonly horizonMonths: number | null;
  readonly types: readonly ProductType[];
}

/** What matching knows of a member. */
export interface Investor {
  /** As recognised today. */
  readonly kind: InvestorKind;
  /** Of the last assessment that the member confirmed; null: none. */
  readonly level: InvestorLevel | null;
  /** The first day on which that assessment counts no more; null: unknown. */
  readonly validUntil: EpochDay | null;
  /** Facts of the own situation changed after that assessment. */
  readonly hasChanged: boolean;
  /** Would not give what the firm has to ask for. */
  readonly hasRefusedInformation: boolean;
  /** Has to be called back before anybody speaks of a product, by age. */
  readonly isCallBackDue: boolean;
  readonly goals: Goals | null;
  /** Recognised as an investor to whom private products may be shown. */
  readonly isQualifiedForPrivate: boolean;
}
