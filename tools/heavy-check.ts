import { writeFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';

export interface HeavyCheck {
  /** `small` inside npm test (≤ 20 s), `full` under npm run prove. */
  readonly size: 'small' | 'full';
  /** Printed at the start; SIYU_SEED repeats a run. */
  readonly seed: number;
  /** Hands the counts of the run to npm run prove, which writes them beside the commit. */
  readonly record: (counts: Readonly<Record<string, number | string>>) => void;
}

/** The one size parameter of a heavy check: the same test, small by default and full when it proves. */
export function heavyCheck(name: string): HeavyCheck {
  const size = process.env['SIYU_SIZE'] === 'full' ? 'full' : 'small';
  const seed = Number(process.env['SIYU_SEED'] ?? randomInt(2 ** 31));
  process.stderr.write(`${name}: size ${size}, seed ${seed}\n`);
  return {
    size,
    seed,
    record: (counts) => {
      const target = process.env['SIYU_EVIDENCE'];
      if (target !== undefined) writeFileSync(target, JSON.stringify({ size, seed, counts }));
    },
  };
}
