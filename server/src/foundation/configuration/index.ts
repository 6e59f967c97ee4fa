export { ConfigurationDesk } from './configuration-desk.ts';
export { ConfigurationModule } from './configuration.module.ts';
export type { ConfigurationKey, Configured, ConfiguredSince } from './configuration-key.ts';
export { Configuration } from './configuration.service.ts';
export { ExchangeCalendar, type ExchangeHolidays } from './exchange-holidays.ts';
