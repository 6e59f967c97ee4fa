import { performance } from 'node:perf_hooks';

/** A flood is to be seen before it has filled the process. */
const LOOK_MS = 25;
/** Over less the pace would be chance. */
const PACE_MS = 100;
/** Share of the time between two looks in which the event loop was not idle. */
const BUSY_SHARE = 0.95;
/** So many at once are never too many: a page that opens on a cold server asks a dozen things. */
const ALWAYS_TAKEN = 16;
/** Weight of the newest stretch in the pace. */
const NEWEST = 0.3;

export interface Looks {
  /** Milliseconds, from any beginning. */
  readonly now: () => number;
  /** Share of the time since the last call in which the event loop worked, 0 to 1. */
  readonly busyShare: () => number;
  /** Whether requests in hand wait for a place at the database. */
  readonly hasLine: () => boolean;
}

/**
 * Says which requests a process refuses at once, because they would wait longer than `maxWaitMs` for its processor.
 * A request that is refused costs a fraction of one that is answered too late, so those that are taken stay quick
 * however many come. Two queues are watched: requests that one turn of the event loop found waiting (they pile up
 * in front of the process where a turn does all the work, as with SQLite), and requests in hand while the processor
 * is busy or every place at the database is taken (they pile up inside). Waiting for others with an idle processor
 * is no overload: a slow WeChat refuses nobody.
 */
export class LoadShedder {
  #inHand = 0;
  #answered = 0;
  /** Answers per millisecond while busy; null before that was ever seen. */
  #pace: number | null = null;
  #isBusy = false;
  /** Whether the processor was idle at any look of this stretch. */
  #wasIdle = false;
  #pacedAt: number;
  #turn: { readonly startedAt: number; taken: number } | null = null;

  constructor(
    readonly maxWaitMs: number,
    private readonly looks: Looks,
  ) {
    this.#pacedAt = looks.now();
  }

  /** Looks again and again at how busy the process is. @returns what ends it. */
  watch(): () => void {
    const timer = setInterval(() => this.look(), LOOK_MS).unref();
    return () => clearInterval(timer);
  }

  look(): void {
    this.#isBusy = this.looks.busyShare() >= BUSY_SHARE || this.looks.hasLine();
    this.#wasIdle ||= !this.#isBusy;
    const now = this.looks.now();
    const passed = now - this.#pacedAt;
    if (passed < PACE_MS) return;
    // Only a stretch that was busy from end to end says how much can be done.
    if (!this.#wasIdle) {
      const pace = this.#answered / passed;
      if (this.#pace !== null) this.#pace += NEWEST * (pace - this.#pace);
      else if (pace > 0) this.#pace = pace;
    }
    this.#wasIdle = false;
    this.#answered = 0;
    this.#pacedAt = now;
  }

  /** Whether the request that has just been read is to be taken in hand; then `answered` must follow. */
  takes(): boolean {
    const turn = this.#turnOf(this.looks.now());
    const hasTurnGrownOld =
      turn.taken >= ALWAYS_TAKEN && this.looks.now() - turn.startedAt > this.maxWaitMs / 2;
    const inHandMax = Math.max(ALWAYS_TAKEN, (this.#pace ?? Number.POSITIVE_INFINITY) * this.maxWaitMs);
    if (hasTurnGrownOld || (this.#isBusy && this.#inHand >= inHandMax)) return false;
    turn.taken += 1;
    this.#inHand += 1;
    return true;
  }

  answered(): void {
    this.#inHand -= 1;
    this.#answered += 1;
  }

  /** A turn begins with the first request that is read in it; what runs after the reading ends it. */
  #turnOf(now: number): { readonly startedAt: number; taken: number } {
    if (this.#turn === null) {
      this.#turn = { startedAt: now, taken: 0 };
      setImmediate(() => {
        this.#turn = null;
      });
    }
    return this.#turn;
  }
}

/** Of this process. */
export function liveLooks(hasLine: () => boolean): Looks {
  let before = performance.eventLoopUtilization();
  return {
    now: () => performance.now(),
    busyShare: () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      return utilization;
    },
    hasLine,
  };
}
