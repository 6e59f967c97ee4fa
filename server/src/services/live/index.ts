export { LiveHistories, type PastLive } from './live-histories.service.ts';
export { LiveModule } from './live.module.ts';
