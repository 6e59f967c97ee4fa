/** 初识 · 结识 · 熟悉 · 信任 · 共创. The same codes as in the contracts, which this pure core may not import. */
export type StageCode = 'STRANGER' | 'WEAK_TIE' | 'FAMILIAR' | 'TRUSTING' | 'CO_CREATING';

/** What the relation is judged by. No purchase, contract, money, rating value, referral or complaint is among it. */
export interface RelationFacts {
  /** In a group or bound to an adviser. */
  readonly isTied: boolean;
  /** Different kinds of interaction in the last 60 days. */
  readonly kinds60d: number;
  readonly pathsFinished: number;
  /** Consultations held and rated, whatever the rating. */
  readonly consultationsRated: number;
  readonly hasValidRiskAssessment: boolean;
  /** Published feedback, answers chosen as helpful, contributions to a course. */
  readonly coCreations: number;
}

/** How many of each fact a stage needs, and for how long an interaction counts (our choice, domain.md §1.6). */
export interface RelationRules {
  readonly id: 'relation-stage';
  readonly version: number;
  /** How long an interaction counts as a recent kind, civil days. */
  readonly windowDays: number;
  readonly kinds60d: number;
  readonly pathsFinished: number;
  readonly consultationsRated: number;
  readonly coCreations: number;
}

/**
 * The numbers of the stages (our choice, domain.md §1.6).
 *
 * @example
 * relationRules.windowDays // => 60
 */
export const relationRules: RelationRules = {
  id: 'relation-stage',
  version: 1,
  windowDays: 60,
  kinds60d: 3,
  pathsFinished: 1,
  consultationsRated: 2,
  coCreations: 1,
};

/** One condition of the next stage; done when have ≥ need. */
export interface RelationStep {
  readonly code:
    | 'tied'
    | 'kinds_60d'
    | 'paths_finished'
    | 'consultations_rated'
    | 'risk_assessment_valid'
    | 'co_creations';
  readonly have: number;
  readonly need: number;
}

/** Where a member stands and what comes next. */
export interface RelationStanding {
  readonly stage: StageCode;
  /** The next stage and its conditions; null at the last stage. */
  readonly next: { readonly stage: StageCode; readonly steps: readonly RelationStep[] } | null;
}

/**
 * The stage of a member's relation, from weak tie to strong tie (the paper §4.2.1-3; numbers domain.md §1.6).
 * It never falls: the walk starts at `previous` and goes up while the next stage's conditions hold, so a
 * quiet quarter costs nobody a stage, and a stage once reached need not be proved again.
 *
 * @param previous the stage held so far; STRANGER when there is none
 * @example
 * relationStage({ isTied: true, kinds60d: 1, pathsFinished: 0, consultationsRated: 0, hasValidRiskAssessment: false, coCreations: 0 }) // => { stage: 'WEAK_TIE', next: { stage: 'FAMILIAR', steps: [{ code: 'kinds_60d', have: 1, need: 3 }, { code: 'paths_finished', have: 0, need: 1 }] } }
 */
export function relationStage(
  facts: RelationFacts,
  previous: StageCode = 'STRANGER',
  rules: RelationRules = relationRules,
): RelationStanding {
  let stage = previous;
  for (;;) {
    const next = nextStage(stage, facts, rules);
    if (next === null || !isReached(next)) return { stage, next };
    stage = next.stage;
  }
}

/**
 * Whether every condition of a stage is met.
 *
 * @example
 * isReached({ steps: [{ code: 'co_creations', have: 1, need: 1 }] }) // => true
 * isReached({ steps: [{ code: 'kinds_60d', have: 3, need: 3 }, { code: 'paths_finished', have: 0, need: 1 }] }) // => false
 */
export function isReached(next: { readonly steps: readonly RelationStep[] }): boolean {
  return next.steps.every((step) => step.have >= step.need);
}

/**
 * The stage after this one with its conditions, met or not; null after the last.
 *
 * @example
 * const facts = { isTied: false, kinds60d: 0, pathsFinished: 0, consultationsRated: 0, hasValidRiskAssessment: false, coCreations: 0 };
 * nextStage('STRANGER', facts, relationRules) // => { stage: 'WEAK_TIE', steps: [{ code: 'tied', have: 0, need: 1 }] }
 * nextStage('CO_CREATING', facts, relationRules) // => null
 */
export function nextStage(
  stage: StageCode,
  facts: RelationFacts,
  rules: RelationRules,
): RelationStanding['next'] {
  switch (stage) {
    case 'STRANGER':
      return { stage: 'WEAK_TIE', steps: [{ code: 'tied', have: facts.isTied ? 1 : 0, need: 1 }] };
    case 'WEAK_TIE':
      return {
        stage: 'FAMILIAR',
        steps: [
          { code: 'kinds_60d', have: facts.kinds60d, need: rules.kinds60d },
          { code: 'paths_finished', have: facts.pathsFinished, need: rules.pathsFinished },
        ],
      };
    case 'FAMILIAR':
      return {
        stage: 'TRUSTING',
        steps: [
          { code: 'consultations_rated', have: facts.consultationsRated, need: rules.consultationsRated },
          { code: 'risk_assessment_valid', have: facts.hasValidRiskAssessment ? 1 : 0, need: 1 },
        ],
      };
    case 'TRUSTING':
      return {
        stage: 'CO_CREATING',
        steps: [{ code: 'co_creations', have: facts.coCreations, need: rules.coCreations }],
      };
    case 'CO_CREATING':
      return null;
  }
}
