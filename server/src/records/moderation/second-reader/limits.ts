import { z } from 'zod';

/** Hundredths of the logarithm of the odds: 0 reads as much like a faulty sentence as like an innocent one. */
const Score = z.int().min(-2000).max(2000);

/** Where the second reader's scores part what is refused, what needs a second look and what is clear. */
export const SecondReaderLimits = z
  .object({
    /** A sentence without words of the dictionary is refused from this score on. */
    refuseFrom: Score,
    /** From this score on it needs a second look. */
    reviewFrom: Score,
    /** Words of the dictionary in a sentence below this score need a second look instead of being refused. */
    clearBelow: Score,
  })
  .refine(({ reviewFrom, refuseFrom }) => reviewFrom <= refuseFrom, { path: ['reviewFrom'] });
export type SecondReaderLimits = z.infer<typeof SecondReaderLimits>;

/** Chosen by leaving out one author after the other (decision 0021). */
export const initialLimits: SecondReaderLimits = { refuseFrom: 230, reviewFrom: -140, clearBelow: 70 };
