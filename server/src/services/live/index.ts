export { LiveHistories, type PastLive } from './live-histories.service.ts';
export { LiveReservations } from './live-reservations.ts';
export { LiveModule } from './live.module.ts';
