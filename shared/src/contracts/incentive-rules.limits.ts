import type { Role } from './identity.limits.ts';

/**
 * How far a rule has come. Only a rule that is open gives anything, and only within the days of its approved version;
 * what is written beside an approved version waits for its own review and changes no state.
 */
export const INCENTIVE_STATES = ['DRAFT', 'OPEN', 'PAUSED', 'EXHAUSTED', 'RETIRED'] as const;
export type IncentiveState = (typeof INCENTIVE_STATES)[number];

/** What staff read of a rule: its state, and of an open one where today lies in the days of its versions. */
export const INCENTIVE_PHASES = [
  'DRAFT',
  'IN_REVIEW',
  'SCHEDULED',
  'LIVE',
  'PAUSED',
  'EXHAUSTED',
  'ENDED',
  'RETIRED',
] as const;
export type IncentivePhase = (typeof INCENTIVE_PHASES)[number];

/** `APPROVE` and `RETURN` are done by deciding the review, `EXHAUST` by the award that the budget has no room for. */
export const INCENTIVE_ACTS = [
  'EDIT',
  'SUBMIT',
  'APPROVE',
  'RETURN',
  'PAUSE',
  'RESUME',
  'EXHAUST',
  'RETIRE',
] as const;
export type IncentiveAct = (typeof INCENTIVE_ACTS)[number];
/** Acts that need nothing but a word: the others have a route of their own, or none. */
export const INCENTIVE_MOVES = ['PAUSE', 'RESUME', 'RETIRE'] as const;
export type IncentiveMove = (typeof INCENTIVE_MOVES)[number];

/** What is asked of a mission here. */
interface MissionSteps {
  readonly steps: readonly { readonly event: string }[];
  readonly isOrdered: boolean;
}

/** Whether the steps of a mission are different things to do. */
export const isMixedMission = ({ steps }: Pick<MissionSteps, 'steps'>): boolean =>
  new Set(steps.map(({ event }) => event)).size > 1;

/**
 * Where a mission does not go with the one event that its rule waits for: what completes it could be another one, and
 * nobody would be thanked. Null: it goes with it.
 */
export function missionMisfit(mission: MissionSteps, when: string): 'mission.isOrdered' | 'when' | null {
  if (!mission.isOrdered && isMixedMission(mission)) return 'mission.isOrdered';
  return mission.steps.at(-1)?.event === when ? null : 'when';
}

interface IncentiveTransition {
  readonly act: IncentiveAct;
  readonly from: IncentiveState;
  readonly to: IncentiveState;
}

/**
 * Every way a rule can go; what is not in the table is refused. Whoever approves a version of a rule without budget
 * approves its new budget with it; a paused rule waits for the one who paused it.
 */
export const INCENTIVE_TRANSITIONS: readonly IncentiveTransition[] = [
  ...(['DRAFT', 'OPEN', 'PAUSED', 'EXHAUSTED'] as const).flatMap((state) => [
    { act: 'EDIT', from: state, to: state } as const,
    { act: 'SUBMIT', from: state, to: state } as const,
    { act: 'RETURN', from: state, to: state } as const,
    { act: 'RETIRE', from: state, to: 'RETIRED' } as const,
  ]),
  { act: 'APPROVE', from: 'DRAFT', to: 'OPEN' },
  { act: 'APPROVE', from: 'OPEN', to: 'OPEN' },
  { act: 'APPROVE', from: 'PAUSED', to: 'PAUSED' },
  { act: 'APPROVE', from: 'EXHAUSTED', to: 'OPEN' },
  { act: 'PAUSE', from: 'OPEN', to: 'PAUSED' },
  { act: 'RESUME', from: 'PAUSED', to: 'OPEN' },
  { act: 'RESUME', from: 'EXHAUSTED', to: 'OPEN' },
  { act: 'EXHAUST', from: 'OPEN', to: 'EXHAUSTED' },
];

/**
 * Where an act leads from a state; null when it is refused there.
 * @example nextIncentiveState('RESUME', 'RETIRED') // => null
 */
export function nextIncentiveState(act: IncentiveAct, from: IncentiveState): IncentiveState | null {
  return INCENTIVE_TRANSITIONS.find((each) => each.act === act && each.from === from)?.to ?? null;
}

/** Whose move it is: compliance stops what it watches, and only operators let it go on. */
export const ROLES_OF_INCENTIVE_MOVE: Readonly<Record<IncentiveMove, readonly Role[]>> = {
  PAUSE: ['operator', 'compliance'],
  RESUME: ['operator'],
  RETIRE: ['operator', 'compliance'],
};

/** What the reviews are about. */
export const INCENTIVE_SUBJECT = 'incentive';

export const INCENTIVE_NAME_MAX = 30;
/** What members read: what the thing is called, and why they were thanked. */
export const INCENTIVE_TITLE_MAX = 16;
export const INCENTIVE_REASON_MAX = 40;
export const BADGE_NAME_MAX = 12;
export const GROUP_NAME_MAX = 20;
export const MOVE_REASON_MIN = 4;
export const MOVE_REASON_MAX = 200;
/** Rules that are not retired; more nobody keeps apart. */
export const INCENTIVES_MAX = 200;
/** Versions and steps shown of a rule, the latest first. */
export const INCENTIVE_VERSIONS_SHOWN = 20;
export const INCENTIVE_STEPS_SHOWN = 50;
/** Bounds of what one rule can give, so that a slip of the finger is no decision. */
export const POINTS_OF_ONE_AWARD_MAX = 1_000;
export const VALUE_FEN_OF_ONE_AWARD_MAX = 20_000;
export const AWARDS_OF_ONE_RULE_MAX = 1_000_000;
export const VALUE_FEN_OF_ONE_RULE_MAX = 100_000_000;
export const AWARDS_OF_ONE_MEMBER_MAX = 1_000;
export const COOL_DOWN_HOURS_MAX = 720;
export const PENDING_DAYS_MAX = 30;
export const EXPIRES_AFTER_DAYS_MAX = 1_095;
export const PRIORITY_MAX = 99;
/** A rule runs a year at most, then somebody looks at it again. */
export const INCENTIVE_DAYS_MAX = 366;
export const MISSION_STEPS_MAX = 5;
export const MISSION_STEP_COUNT_MAX = 100;
export const MISSION_LESSONS_MAX = 20;
export const MISSION_DAYS_MAX = 365;
