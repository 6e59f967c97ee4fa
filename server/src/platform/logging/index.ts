export { Logger, type LogFields, redactText } from './logger.ts';
export { LoggingModule } from './logging.module.ts';
