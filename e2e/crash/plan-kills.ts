import { randomFrom } from '../ingest-kill/index.ts';

const VICTIMS = ['database', 'both', 'server'] as const;
export type Victim = (typeof VICTIMS)[number];

export interface Kill {
  readonly victim: Victim;
  /** Strikes when so many events have been acknowledged … */
  readonly afterEvents: number;
  /** … and so many ms have passed, so that it falls anywhere within a transaction. */
  readonly delayMs: number;
  /** How long a killed database stays away. */
  readonly awayMs: number;
}

/** Random moments, one in each share of the run, the victims in turn; the same for the same seed. */
export function planKills(seed: number, kills: number, events: number): readonly Kill[] {
  const random = randomFrom(seed ^ 0x5eed);
  return Array.from({ length: kills }, (_, index) => ({
    victim: VICTIMS[index % VICTIMS.length]!,
    // The last twentieth is left alone: something must be running whenever a kill falls.
    afterEvents: Math.floor(((index + random()) / kills) * events * 0.95),
    delayMs: Math.floor(random() * 40),
    awayMs: 200 + Math.floor(random() * 600),
  }));
}
