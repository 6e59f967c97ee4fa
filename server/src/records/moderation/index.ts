export { initialDictionary } from './dictionary/initial-dictionary.ts';
export { ModerationModule } from './moderation.module.ts';
export { initialLimits } from './second-reader/limits.ts';
export { checkTexts, Moderation, type PlacedFinding } from './moderation.service.ts';
export { wordingIssueOf } from './wording-issue.ts';
export { WordingRules } from './wording-dictionary.ts';
