import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';

/** Days count back from the day of loading, 0 being that day; times are Shanghai. */
export interface DemoPurchase {
  readonly daysAgo: number;
  readonly secondOfDay: number;
  readonly productCode: string;
  readonly amountFen: number;
  readonly benefitFen: number;
}

export interface DemoLesson {
  readonly pathCode: string;
  readonly position: number;
  readonly daysAgo: number;
  readonly hasQuiz: boolean;
}

/** What one member of the demo firm is and has done: synthetic, nobody of flesh and blood. */
export interface DemoMember {
  /** Short and stable; ids of the demo firm's facts are made from it. */
  readonly key: string;
  /** Account of the sandbox phone, when one can sign in as this member. */
  readonly account: string | null;
  readonly name: string;
  /** Index of the branch in `demoBranches`. */
  readonly branch: number;
  readonly registeredDaysAgo: number;
  readonly consents: readonly ConsentPurpose[];
  /** Login name. */
  readonly adviser: string | null;
  readonly isLinked: boolean;
  readonly purchases: readonly DemoPurchase[];
  /** Finished lessons, oldest first. */
  readonly lessons: readonly DemoLesson[];
  /** A lesson begun and not finished, in percent. */
  readonly begun: { readonly pathCode: string; readonly position: number; readonly percent: number } | null;
}
