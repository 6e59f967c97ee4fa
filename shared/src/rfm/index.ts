export { addPurchase, noMeasures, type AfbMeasures } from './afb/add-purchase.ts';
export { afb2023, type Afb2023Model, type GroupCode } from './afb/afb-2023.ts';
export { bandOf } from './afb/band-of.ts';
export { frequencyBandOf } from './afb/frequency-band-of.ts';
export { frequencyTenThousandths } from './afb/frequency-ten-thousandths.ts';
export { groupOf, type GroupDecision } from './afb/group-of.ts';
export { nextChangeOn } from './afb/next-change-on.ts';
export type { Purchase } from './afb/purchase.ts';
export {
  relationRules,
  relationStage,
  type RelationFacts,
  type RelationRules,
  type RelationStanding,
  type RelationStep,
  type StageCode,
} from './relation/relation-stage.ts';
export { scoreAfb2023, type Afb2023Score } from './afb/score-afb-2023.ts';
export { scoreHundredths } from './afb/score-hundredths.ts';
export { scoreMeasures, type AfbBands } from './afb/score-measures.ts';
