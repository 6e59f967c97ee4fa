/** What carries wake-ups and schedules to the processes that do the work. The truth stays in the rows. */
export abstract class JobWakes {
  /** Whether schedules come from elsewhere just now; then the timers of this process only make sure. */
  abstract readonly isCarried: boolean;
  /** From now on `wakeHere` is called for each turn of a job that this process may do. */
  abstract start(schedules: ReadonlyMap<string, number>, wakeHere: WakeHere): void;
  /** Another process may have the lease of this job: whichever has it is to do a turn soon. */
  abstract wake(name: string): void;
  abstract stop(): Promise<void>;
}

/** @returns whether this process may do the job now: if not, another one is asked */
export type WakeHere = (name: string) => Promise<boolean>;

/** Without Redis: timers of this process, and the rows that others look at. */
export const NO_CARRIER: JobWakes = {
  isCarried: false,
  start: () => undefined,
  wake: () => undefined,
  stop: async () => undefined,
};
