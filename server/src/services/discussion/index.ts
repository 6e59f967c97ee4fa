export { DiscussionModule } from './discussion.module.ts';
