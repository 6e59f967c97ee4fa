import pThrottle from 'p-throttle';
import { type FailureFacts, WechatError } from './wechat-error.ts';

const WINDOW_MS = 1_000;
const WAITING_SECONDS_MAX = 5;

/** Calls to one API, no faster than it allows; who would wait too long is told at once. */
export class Pace {
  readonly #queues = new Map<string, ReturnType<typeof queueOf>>();

  /** @param perMinute the platform's own limit of this API */
  async wait(call: Pick<FailureFacts, 'platform' | 'api'>, perMinute: number): Promise<void> {
    const perSecond = Math.max(1, Math.floor(perMinute / 60));
    const queue = this.#queues.get(call.api) ?? queueOf(perSecond);
    this.#queues.set(call.api, queue);
    if (queue.queueSize > perSecond * WAITING_SECONDS_MAX)
      throw new WechatError({ ...call, kind: 'away', hint: 'too many of ours wait' });
    await queue();
  }
}

const queueOf = (limit: number) => pThrottle({ limit, interval: WINDOW_MS })(async () => undefined);
