/** Pauses between attempts while something cannot be delivered. */
const PAUSES_MS = [2_000, 5_000, 15_000, 30_000, 60_000];
/** Events of one moment travel together. */
const SOON_MS = 800;

export interface Retry {
  now(): void;
  soon(): void;
}

/** Runs `attempt` when asked, never twice at once, and again after growing pauses until it answers true. */
export function createRetry(attempt: () => Promise<boolean>): Retry {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isRunning = false;
  let isAskedAgain = false;
  let failures = 0;

  const after = (ms: number): void => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      void run();
    }, ms);
  };

  async function run(): Promise<void> {
    if (isRunning) {
      isAskedAgain = true;
      return;
    }
    isRunning = true;
    let isDone = false;
    try {
      isDone = await attempt();
    } catch {
      isDone = false;
    }
    isRunning = false;
    failures = isDone ? 0 : failures + 1;
    if (!isDone) after(PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? SOON_MS);
    else if (isAskedAgain) after(0);
    isAskedAgain = false;
  }

  return {
    now() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      void run();
    },
    soon() {
      if (timer === null) after(SOON_MS);
    },
  };
}
