export { Config, ConfigError, loadConfig } from './load-config.ts';
export { ConfigModule } from './config.module.ts';
export { renderEnvExample } from './env-example.ts';
