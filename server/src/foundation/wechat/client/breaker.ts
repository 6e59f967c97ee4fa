import {
  CircuitState,
  circuitBreaker,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { type FailureFacts, WechatError } from './wechat-error.ts';

const FAILURES = 5;

/** Leaves a platform alone that is not well, and asks it again with one call after a while. */
export class Breaker {
  readonly #policy: CircuitBreakerPolicy;

  constructor(restMs: number, onChange: (isOpen: boolean) => void) {
    this.#policy = circuitBreaker(
      handleWhen((error) => error instanceof WechatError && error.isSickness),
      { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(FAILURES) },
    );
    this.#policy.onStateChange((state) => onChange(state === CircuitState.Open));
  }

  get isOpen(): boolean {
    return this.#policy.state === CircuitState.Open;
  }

  /** @throws {WechatError} away, without a call, while the platform is left alone */
  async run<Result>(
    call: Pick<FailureFacts, 'platform' | 'api'>,
    ask: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.#policy.execute(ask);
    } catch (error) {
      if (isBrokenCircuitError(error)) throw new WechatError({ ...call, kind: 'away', hint: 'breaker open' });
      throw error;
    }
  }
}
