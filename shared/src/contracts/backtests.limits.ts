/** How far a back-test has come; what is over never changes. */
export const BACKTEST_STATES = ['QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const;
export type BacktestState = (typeof BACKTEST_STATES)[number];

/** What can take an award from a rule: an earlier rule of its group, or what one member may be given in a year. */
export const COLLISION_KINDS = ['STACKING', 'YEARLY_CAP'] as const;
export type CollisionKind = (typeof COLLISION_KINDS)[number];

/** Days of one window, at most. */
export const BACKTEST_DAYS_MAX = 180;
/** Runs of the whole firm that are not through yet; they are run one after the other. */
export const BACKTESTS_AT_ONCE = 5;
/** Runs shown of one rule, the latest first. */
export const BACKTESTS_SHOWN = 20;
/** A back-test holds behaviour fixed; beside it stands what this much more or less of it would mean, in percent. */
export const BEHAVIOUR_SHARE_PERCENT = 20;
/** Who gets most. */
export const RECEIVERS_SHOWN = 20;
/** Groups, segments and rules named in one report, each. */
export const NAMED_SHARES_MAX = 200;
