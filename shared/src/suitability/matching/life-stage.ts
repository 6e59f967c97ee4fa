/** Stages of a life (人生阶段), in their usual order. */
export const LIFE_STAGES = [
  'STARTING',
  'FOUNDING',
  'RAISING',
  'ESTABLISHED',
  'NEAR_RETIREMENT',
  'RETIRED',
] as const;
export type LifeStage = (typeof LIFE_STAGES)[number];

/** From which age on a stage is assumed of whoever has told no more than the year of birth. */
export interface LifeStageCut {
  readonly stage: LifeStage;
  readonly fromAge: number;
}

/**
 * The stage of an age: the last one that has begun; below the first, null. Age alone is a guess, so it decides only what is
 * spoken of, never what may be.
 *
 * @param age in whole years
 * @param cuts ascending by age
 * @example
 * lifeStageAt(44, [{ stage: 'RAISING', fromAge: 32 }, { stage: 'ESTABLISHED', fromAge: 45 }]) // => 'RAISING'
 */
export function lifeStageAt(age: number, cuts: readonly LifeStageCut[]): LifeStage | null {
  return cuts.filter(({ fromAge }) => age >= fromAge).at(-1)?.stage ?? null;
}
