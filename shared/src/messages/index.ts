export {
  impactFigureDefinitions,
  impactFigureNames,
  impactFollowSentences,
  impactUnknownSentences,
  moveAxisNames,
} from './analytics.zh-CN.ts';
export {
  findingLevelNames,
  findingStateNames,
  messageKindNames,
  textStateSentences,
  UNKEPT,
} from './archive.zh-CN.ts';
export {
  assessmentStandingNames,
  assessmentStateNames,
  assessmentViewNames,
  processingKindNames,
  processingSentences,
} from './assessments.zh-CN.ts';
export { awardFieldWords } from './award-fields.zh-CN.ts';
export {
  awardHoldNames,
  awardHoldSentences,
  awardRefusalSentences,
  awardSeenSentences,
  awardStateNames,
} from './awards-desk.zh-CN.ts';
export { backtestStateNames, collisionNames, verdictSentences } from './backtests.zh-CN.ts';
export { asksToBuyMore } from './asks-to-buy-more.ts';
export { basisSentence } from './basis-sentence.ts';
export {
  brakeChannelNames,
  brakeKindNames,
  brakeKindSentences,
  brakeStateNames,
  heldNames,
} from './brakes.zh-CN.ts';
export {
  campaignActNames,
  campaignChangeSentences,
  campaignChannelNames,
  campaignChannelSentences,
  campaignOutcomeNames,
  campaignOutcomeSentences,
  campaignReasonSentences,
  campaignStateNames,
  campaignStopSentences,
  postRefusalSentences,
  viewerStandingNames,
  deliveryStateNames,
} from './campaigns.zh-CN.ts';
export {
  callActNames,
  callOutcomeNames,
  callReasonNames,
  callStateNames,
  callViewNames,
  complaintActNames,
  complaintCategoryNames,
  complaintChannelNames,
  complaintOutcomeNames,
  complaintStateNames,
  complaintViewNames,
  toldByNames,
} from './care-desk.zh-CN.ts';
export { accountOwnerNames, placementStateNames, platformNames } from './channels.zh-CN.ts';
export { guardSentences } from './guard.zh-CN.ts';
export { groupNoticeStateNames, groupQuestionStateNames, groupStateNames } from './communities-desk.zh-CN.ts';
export {
  earningEventNames,
  earningEventUnits,
  incentiveActNames,
  incentivePhaseNames,
  rewardKindNames,
  stepDaysNames,
} from './incentives.zh-CN.ts';
export { configStateNames, configurationFieldNames, configurationNames } from './configuration.zh-CN.ts';
export { clientErrorSentence } from './client-errors.zh-CN.ts';
export { copyFieldNames } from './copy-fields.zh-CN.ts';
export {
  commentDoubtSentences,
  commentKindNames,
  commentQueueNames,
  commentStateNames,
} from './discussion-desk.zh-CN.ts';
export { errorMessages } from './errors.zh-CN.ts';
export { errorSentence } from './error-sentence.ts';
export { pointAccountNames, pointPostingNames } from './points.zh-CN.ts';
export { exportFilterWords } from './export-filter-words.ts';
export { exportKindNames } from './export-kinds.zh-CN.ts';
export { exportColumnNames, exportStateNames } from './exports.zh-CN.ts';
export {
  benefitSourceNames,
  importKindNames,
  importStateNames,
  transactionKindNames,
} from './imports.zh-CN.ts';
export { fillTemplate } from './fill-template.ts';
export {
  chatStateNames,
  filingStateNames,
  liveActNames,
  livePlatformNames,
  liveStateNames,
  liveViewNames,
} from './live-desk.zh-CN.ts';
export {
  conflictKindNames,
  conflictStateNames,
  linkRequestKindNames,
  linkRequestStateNames,
} from './member-links.zh-CN.ts';
export { memberFieldWords, type FieldWords } from './member-fields.zh-CN.ts';
export { feedReasonMessages } from './feed.zh-CN.ts';
export { type MemberMessage, memberMessages } from './member.zh-CN.ts';
export { jobNames, jobStateNames } from './jobs.zh-CN.ts';
export {
  messageClassNames,
  noticeKindNames,
  noticeReasonNames,
  noticeStateNames,
} from './notice-names.zh-CN.ts';
export {
  consentChannelNames,
  consentPurposeNames,
  eventNames,
  eventSourceNames,
  identityKindNames,
  REFUSED,
  restrictionReasonNames,
  withheldSentences,
} from './panorama.zh-CN.ts';
export {
  platformCodeSentences,
  resolutionNames,
  sendChannelNames,
  sendStateNames,
  settledByNames,
} from './platform-sends.zh-CN.ts';
export { ruleFaultSentences } from './rule-faults.zh-CN.ts';
export { ruleOperatorName } from './rule-operators.zh-CN.ts';
export { ruleSentence } from './rule-sentence.ts';
export { keptKindNames, replayFieldNames, replayLabelSentences } from './replay.zh-CN.ts';
export { catalogueKindNames, entitlementStandingNames, itemStateNames } from './catalogue-desk.zh-CN.ts';
export { definitionStateNames } from './segments.zh-CN.ts';
export { retentionEndNames, retentionWords } from './retention.zh-CN.ts';
export { insertPurposeNames, insertRefusalSentences, insertStateNames } from './sidebar.zh-CN.ts';
export { scoreCopy, type CopiedScores, type CopySection } from './score-copy.ts';
export { scoreStepMessages } from './score-steps.zh-CN.ts';
export { presetNames, scoreMessages } from './score.zh-CN.ts';
export {
  answerFaultSentences,
  investorKindNames,
  investorLevelNames,
  investorStandingNames,
  matchReasonNames,
  matchReasonSentences,
  matchVerdictNames,
  questionnaireFaultSentences,
  reassessmentRefusalSentences,
  riskLevelNames,
  SUITABILITY_TEXT_VERSION,
  suitabilityNoticeNames,
  suitabilityNoticeTexts,
} from './suitability.zh-CN.ts';
export { type AdviserMessage, adviserMessages } from './adviser.zh-CN.ts';
export { callBackNames, safetyReasonNames, trustedRelationNames } from './elder.zh-CN.ts';
export { lifeStageNames, offeredServiceNames, offerVerdictNames } from './matching.zh-CN.ts';
export { productStateNames, productTypeNames } from './products.zh-CN.ts';
export {
  PROFESSIONAL_TEXT,
  PROFESSIONAL_TEXT_VERSION,
  professionalGroundNames,
  professionalStateNames,
} from './professional.zh-CN.ts';
export { actorKindNames, trailActionNames, trailBreakNames, trailSubjectNames } from './trail.zh-CN.ts';
export {
  advisoryStateNames,
  contentKindNames,
  contentLabelNames,
  groupNames,
  lessonStateNames,
  reviewStateNames,
  roleNames,
  segmentKindNames,
  staffMessages,
  staffScopeNames,
  stageNames,
  tierNames,
} from './staff.zh-CN.ts';
export { wordingFaultNames, wordingLevelNames, wordingReasons, wordingSentence } from './wording.zh-CN.ts';
