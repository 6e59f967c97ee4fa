export { ConfigurationModule } from './configuration.module.ts';
export { Configuration, type ConfigurationKey, type Configured } from './configuration.service.ts';
export { ExchangeCalendar, type ExchangeHolidays } from './exchange-holidays.ts';
