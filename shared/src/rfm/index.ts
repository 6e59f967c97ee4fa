export { addPurchase, noMeasures, type AfbMeasures } from './add-purchase.ts';
export { afb2023, type Afb2023Model, type GroupCode } from './afb-2023.ts';
export { bandOf } from './band-of.ts';
export { frequencyBandOf } from './frequency-band-of.ts';
export { frequencyTenThousandths } from './frequency-ten-thousandths.ts';
export { groupOf, type GroupDecision } from './group-of.ts';
export { nextChangeOn } from './next-change-on.ts';
export type { Purchase } from './purchase.ts';
export {
  relationRules,
  relationStage,
  type RelationFacts,
  type RelationRules,
  type RelationStanding,
  type RelationStep,
  type StageCode,
} from './relation-stage.ts';
export { scoreAfb2023, type Afb2023Score } from './score-afb-2023.ts';
export { scoreHundredths } from './score-hundredths.ts';
export { scoreMeasures, type AfbBands } from './score-measures.ts';
