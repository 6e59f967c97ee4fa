import type { Config } from '../config/index.ts';
import type { Logger } from '../logging/index.ts';
import { type JobWakes, NO_CARRIER } from './job-wakes.ts';

/** BullMQ and what comes with it are a quarter of the code a process loads: only one that has a Redis does. */
export async function openWakes(config: Config, logger: Logger): Promise<JobWakes> {
  if (config.redisUrl === null) return NO_CARRIER;
  const { RedisWakes } = await import('./redis-wakes.ts');
  return new RedisWakes(config.redisUrl, logger);
}
