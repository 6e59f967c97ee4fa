export { errorMessages } from './errors.zh-CN.ts';
export { errorSentence } from './error-sentence.ts';
export { fillTemplate } from './fill-template.ts';
export { type MemberMessage, memberMessages } from './member.zh-CN.ts';
export {
  groupNames,
  lessonStateNames,
  reviewStateNames,
  roleNames,
  staffMessages,
  stageNames,
} from './staff.zh-CN.ts';
