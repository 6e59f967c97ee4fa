import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import type { EventType, ServiceEventKind } from '@siyu/shared/contracts/engagement.limits';

/** A moment that lies back: days count from the day of loading, 0 being that day; times are Shanghai. */
export interface DemoMoment {
  readonly daysAgo: number;
  readonly secondOfDay: number;
}

export interface DemoPurchase extends DemoMoment {
  readonly productCode: string;
  readonly amountFen: number;
  readonly benefitFen: number;
  /** Paid back on this day. */
  readonly refundedDaysAgo?: number;
  /** Told twice by the core system. */
  readonly isToldTwice?: boolean;
}

export interface DemoLesson {
  readonly pathCode: string;
  readonly position: number;
  readonly daysAgo: number;
  readonly hasQuiz: boolean;
}

/** Something the member did besides lessons. */
export interface DemoVisit extends DemoMoment {
  readonly type: EventType;
  /** Seconds of reading for content_dwelled. */
  readonly value: number | null;
  /** The phone's clock was off. */
  readonly isClockSuspect: boolean;
  /** Reported twice by the phone, under one id. */
  readonly isToldTwice: boolean;
}

/** An assessment or consultation that another system tells of; needs an account. */
export interface DemoService extends DemoMoment {
  readonly kind: ServiceEventKind;
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
  /** Taken back again after having been given. */
  readonly withdrawn: ConsentPurpose | null;
  /** Login name. */
  readonly adviser: string | null;
  readonly adviserDaysAgo: number;
  readonly isLinked: boolean;
  readonly purchases: readonly DemoPurchase[];
  /** What is held at the firm, fen; null when nothing was told. */
  readonly holdingFen: number | null;
  /** Finished lessons, oldest first. */
  readonly lessons: readonly DemoLesson[];
  /** A lesson begun and not finished, in percent. */
  readonly begun: { readonly pathCode: string; readonly position: number; readonly percent: number } | null;
  readonly visits: readonly DemoVisit[];
  readonly services: readonly DemoService[];
}

/** A member who has done nothing yet. */
export const newcomer = {
  account: null,
  branch: 0,
  registeredDaysAgo: 40,
  consents: ['SERVICE', 'PROFILING'],
  withdrawn: null,
  adviser: null,
  adviserDaysAgo: 10,
  isLinked: false,
  purchases: [],
  holdingFen: null,
  lessons: [],
  begun: null,
  visits: [],
  services: [],
} as const satisfies Partial<DemoMember>;
