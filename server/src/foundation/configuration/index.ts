export { ConfigurationModule } from './configuration.module.ts';
export { Configuration, type ConfigurationKey, type Configured } from './configuration.service.ts';
