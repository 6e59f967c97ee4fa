export { initialDictionary } from './dictionary/initial-dictionary.ts';
export { GuardedWording } from './guarded-wording.ts';
export { type MemberTextReading, MemberTexts } from './member-texts.ts';
export { ModerationModule } from './moderation.module.ts';
export { initialLimits } from './second-reader/limits.ts';
export { checkTexts, Moderation, type PlacedFinding, type WordingVerdict } from './moderation.service.ts';
export { wordingIssueOf } from './wording-issue.ts';
export { WordingRules } from './wording-dictionary.ts';
