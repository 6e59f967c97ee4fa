export { DiscussionModule } from './discussion.module.ts';
export { Questions } from './questions.ts';
