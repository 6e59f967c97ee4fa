import type { WechatError } from '../client/wechat-error.ts';

const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
/** A quota of a minute or of a day: asking at once makes it worse. */
const QUOTA: readonly number[] = [45009, 45011, 45033];
const QUOTA_FIRST_MS = 30_000;
const QUOTA_LONGEST_MS = 900_000;
const DOUBLINGS_MAX = 20;

/**
 * How long a message waits before it is tried again: longer each time, and never all at the same moment.
 * @param random between 0 and 1
 */
export function pauseAfter(error: Pick<WechatError, 'code'>, attempts: number, random: number): number {
  const [first, longest] = QUOTA.includes(error.code)
    ? [QUOTA_FIRST_MS, QUOTA_LONGEST_MS]
    : [FIRST_MS, LONGEST_MS];
  const full = Math.min(longest, first * 2 ** Math.min(DOUBLINGS_MAX, Math.max(0, attempts - 1)));
  return Math.round(full * (0.5 + random / 2));
}
