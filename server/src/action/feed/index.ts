export { FeedModule } from './feed.module.ts';
export { Feed } from './feed.service.ts';
export { type CardSender, type SentCard, SentCards } from './sent-cards.ts';
