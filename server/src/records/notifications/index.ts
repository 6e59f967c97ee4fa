export {
  MarketingAdmission,
  type MarketingVerdict,
  type WantedContact,
} from './marketing-admission.service.ts';
export { minuteInWords } from './minute-in-words.ts';
export { NoticeRounds } from './notice-rounds.ts';
export { NoticeWishes } from './notice-wishes.service.ts';
export { NotificationsModule } from './notifications.module.ts';
