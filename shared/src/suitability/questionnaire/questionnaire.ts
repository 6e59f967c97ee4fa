import type { InvestorLevel } from '../levels.ts';
import type { ProductType } from '../product.ts';

/** One answer that a question offers; its words stand in the configuration. */
export interface QuestionOption {
  readonly key: string;
  /** What it counts, from 0. */
  readonly points: number;
  /** For how long the money may stay then, in months; only of a question about that. */
  readonly horizonMonths?: number | undefined;
  /** Kinds of product that whoever chooses it wants; only of a question about that. */
  readonly types?: readonly ProductType[] | undefined;
}

export interface Question {
  readonly key: string;
  /** Whether several options may be chosen; the one with the most points counts. */
  readonly isMultiple: boolean;
  readonly options: readonly QuestionOption[];
}

/** The least score of each level; whoever has less than that of C1 belongs to the lowest category. */
export type Cuts = Readonly<Record<Exclude<InvestorLevel, 'C1_LOWEST'>, number>>;

/** What scoring knows of one version of the questionnaire (REQ-SUIT-8). */
export interface Questionnaire {
  readonly questions: readonly Question[];
  readonly cuts: Cuts;
  /** Whoever gives one of these answers belongs to the lowest category, whatever the score (art 22(5)). */
  readonly lowestAnswers: readonly NamedAnswer[];
}

export interface NamedAnswer {
  readonly question: string;
  readonly option: string;
}

/** What a member chose. */
export interface Answer {
  readonly question: string;
  readonly options: readonly string[];
}

/** CITIC Securities, 2018: shipped as a placeholder, since every firm has its own. */
export const CITIC_2018_CUTS: Cuts = { C1: 1, C2: 20, C3: 37, C4: 54, C5: 83 };
