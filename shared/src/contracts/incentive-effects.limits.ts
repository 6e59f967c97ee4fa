/** What is known of the effect of a rule: it was never approved, holds nobody out, is not counted yet, or is. */
export const EFFECT_STATES = ['NOT_LIVE', 'NO_HOLDOUT', 'WAITING', 'COUNTED'] as const;
export type EffectState = (typeof EFFECT_STATES)[number];

/** A rule holds out at least this share of its members, in percent: without it nobody can say whether it did anything. */
export const HOLDOUT_PERCENT_MIN = 1;
/** Days after the first thing that the rule could thank for, from which a passed quiz counts as lasting. */
export const LASTING_AFTER_DAYS = 30;
/** Exclusive: everybody is looked at for the same time, so whoever began later is not counted yet. */
export const LASTING_UNTIL_DAYS = 60;
/** Share of right answers, in percent, with which a quiz is passed. */
export const LASTING_PASS_PERCENT = 60;
/** Fewer people on either side say nothing, and what they learned could be read off one by one. */
export const EFFECT_PEOPLE_MIN = 20;
