import { performance } from 'node:perf_hooks';

/** A flood is to be seen before it has filled the process. */
const LOOK_MS = 25;
/** Over less the pace would be chance. */
const PACE_MS = 100;
/** Share of the time between two looks in which the event loop was not idle. */
const BUSY_SHARE = 0.95;
/** So many at once are never too many: a page that opens on a cold server asks a dozen things. */
const ALWAYS_TAKEN = 16;
/** From a process that hardly works nothing can be guessed. */
const LEAST_SHARE = 0.1;
/** Weight of the newest stretch in the pace. */
const NEWEST = 0.3;

/** Reads and writes wait in lines of their own: whoever writes waits for commits, and would crowd out the readers. */
export type Lane = 'read' | 'write';

interface LaneState {
  inHand: number;
  /** The most at once in this stretch. */
  mostInHand: number;
  answered: number;
  /** Answers per millisecond while busy; null before that was ever seen. */
  pace: number | null;
  /** The same guessed from a stretch that was not busy: as if the rest of the time could be used as well. */
  guess: number | null;
}

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
  readonly #lanes: Readonly<Record<Lane, LaneState>> = {
    read: { inHand: 0, mostInHand: 0, answered: 0, pace: null, guess: null },
    write: { inHand: 0, mostInHand: 0, answered: 0, pace: null, guess: null },
  };
  #isBusy = false;
  /** Whether the processor was idle at any look of this stretch. */
  #wasIdle = false;
  /** The largest share at any look of this stretch. */
  #mostBusy = 0;
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
    const share = this.looks.busyShare();
    this.#isBusy = share >= BUSY_SHARE || this.looks.hasLine();
    this.#mostBusy = Math.max(this.#mostBusy, share);
    this.#wasIdle ||= !this.#isBusy;
    const now = this.looks.now();
    const passed = now - this.#pacedAt;
    if (passed < PACE_MS) return;
    for (const lane of Object.values(this.#lanes)) {
      const pace = lane.answered / passed;
      if (pace > 0) lane.guess = pace / Math.max(LEAST_SHARE, this.#mostBusy);
      // Only a stretch that was busy from end to end says how much can be done.
      if (!this.#wasIdle) {
        if (lane.pace === null) lane.pace = pace > 0 ? pace : null;
        // Where few waited it says how much was asked, and a process busy with other work is asked little.
        else if (pace > lane.pace || lane.mostInHand >= ALWAYS_TAKEN)
          lane.pace += NEWEST * (pace - lane.pace);
      }
      lane.answered = 0;
      lane.mostInHand = lane.inHand;
    }
    this.#wasIdle = false;
    this.#mostBusy = 0;
    this.#pacedAt = now;
  }

  /** Whether the request that has just been read is to be taken in hand; then `answered` must follow. */
  takes(lane: Lane): boolean {
    const state = this.#lanes[lane];
    const turn = this.#turnOf(this.looks.now());
    const hasTurnGrownOld =
      turn.taken >= ALWAYS_TAKEN && this.looks.now() - turn.startedAt > this.maxWaitMs / 2;
    const inHandMax = Math.max(
      ALWAYS_TAKEN,
      (state.pace ?? state.guess ?? Number.POSITIVE_INFINITY) * this.maxWaitMs,
    );
    if (hasTurnGrownOld || (this.#isBusy && state.inHand >= inHandMax)) return false;
    turn.taken += 1;
    state.inHand += 1;
    state.mostInHand = Math.max(state.mostInHand, state.inHand);
    return true;
  }

  answered(lane: Lane): void {
    this.#lanes[lane].inHand -= 1;
    this.#lanes[lane].answered += 1;
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
