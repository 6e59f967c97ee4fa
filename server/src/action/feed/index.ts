export { FeedModule } from './feed.module.ts';
export { Feed } from './feed.service.ts';
