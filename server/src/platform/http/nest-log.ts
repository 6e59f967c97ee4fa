import type { LoggerService } from '@nestjs/common';
import type { Logger } from '../logging/index.ts';

/** Nest's own words in our log: its errors and warnings; its greetings at the start stay unsaid. */
export function nestLog(logger: Logger): LoggerService {
  return {
    log: (message: unknown) => logger.debug(String(message)),
    warn: (message: unknown) => logger.warn(String(message)),
    error: (message: unknown, ...more: unknown[]) =>
      logger.error(String(message), { more: more.map(String) }),
  };
}
