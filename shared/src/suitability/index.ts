export {
  ASSESSMENT_LIMITS,
  VALID_MONTHS_MAX,
  type AssessmentLimits,
  type PastAssessment,
} from './assessment/assessment-limits.ts';
export { assessmentValidUntil } from './assessment/assessment-valid-until.ts';
export {
  decideReassessment,
  REASSESSMENT_REFUSALS,
  type Reassessment,
} from './assessment/decide-reassessment.ts';
export { isJump } from './assessment/is-jump.ts';
export { decideMatch } from './decide-match.ts';
export { type Goals, type Investor } from './investor.ts';
export {
  INVESTOR_KINDS,
  INVESTOR_LEVELS,
  isAboveLevel,
  RISK_LEVELS,
  type InvestorKind,
  type InvestorLevel,
  type RiskLevel,
} from './levels.ts';
export {
  isOpen,
  MATCH_REASONS,
  NOTICE_KINDS,
  REQUIREMENT_OF_REASON,
  type Match,
  type MatchReason,
  type NeedsWarning,
  type NoticeKind,
} from './match.ts';
export {
  DOORS,
  NOTHING_ASKED,
  type Asking,
  type Door,
  type GivenNotice,
  type MatchQuestion,
} from './match-question.ts';
export { recordMatch, type MatchRecord } from './match-record.ts';
export { COOLING_HOURS_MIN, MATCH_RULE_VERSION, MATCH_RULES, type MatchRules } from './match-rules.ts';
export {
  PRODUCT_STATES,
  PRODUCT_TYPES,
  type MatchedProduct,
  type ProductState,
  type ProductType,
} from './product.ts';
export { ANSWER_FAULTS, findAnswerFaults, type AnswerFault } from './questionnaire/find-answer-faults.ts';
export {
  findQuestionnaireFaults,
  QUESTIONNAIRE_FAULTS,
  type QuestionnaireFault,
} from './questionnaire/find-questionnaire-faults.ts';
export { levelOfScore } from './questionnaire/level-of-score.ts';
export {
  CITIC_2018_CUTS,
  type Answer,
  type Cuts,
  type NamedAnswer,
  type Question,
  type Questionnaire,
  type QuestionOption,
} from './questionnaire/questionnaire.ts';
export { scoreQuestionnaire, type ScoredAnswers } from './questionnaire/score-questionnaire.ts';
export { standingOf, type AssessmentStanding } from './standing-of.ts';
export { LIFE_STAGES, lifeStageAt, type LifeStage } from './matching/life-stage.ts';
export { matchOffers, type MatchedMember, type MatchedOffers } from './matching/match-offers.ts';
export {
  OFFER_REASONS,
  OFFER_VERDICTS,
  OFFERED_SERVICES,
  type LevelNow,
  type MatchedOffer,
  type MatchingMatrix,
  type MatrixRow,
  type Offer,
  type OfferedService,
  type OfferReason,
  type OfferVerdict,
} from './matching/offer.ts';
