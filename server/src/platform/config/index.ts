export { type CallbackKeys, Config, ConfigError, loadConfig, loadStorageConfig } from './load-config.ts';
export { ConfigModule } from './config.module.ts';
export { renderEnvExample } from './env-example.ts';
export { KNOWN_DEMO_PASSWORD } from './settings.ts';
