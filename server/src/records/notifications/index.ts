export {
  MarketingAdmission,
  type MarketingVerdict,
  type WantedContact,
} from './marketing-admission.service.ts';
export { NotificationsModule } from './notifications.module.ts';
