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
  #restsUntil = 0;

  constructor(restMs: number, onChange: (isOpen: boolean) => void) {
    this.#policy = circuitBreaker(
      handleWhen((error) => error instanceof WechatError && error.isSickness),
      { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(FAILURES) },
    );
    this.#policy.onStateChange((state) => {
      if (state === CircuitState.Open) this.#restsUntil = performance.now() + restMs;
      onChange(state === CircuitState.Open);
    });
  }

  get isClosed(): boolean {
    return this.#policy.state === CircuitState.Closed;
  }

  /** Whether a call would be turned away here. It stays open until somebody asks, so the time is looked at too. */
  get isResting(): boolean {
    return this.#policy.state === CircuitState.Open && performance.now() < this.#restsUntil;
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
