import { z } from 'zod';
import { checkWording } from '../check-wording.ts';
import { initialDictionary } from '../dictionary/initial-dictionary.ts';
import { FAULTS } from '../wording-dictionary.ts';

const DISGUISES = ['spaces', 'full_width', 'traditional', 'homophone', 'pinyin', 'emoji'] as const;

export const Sentences = z.array(
  z.object({
    text: z.string().min(2),
    fault: z.enum(FAULTS).nullable(),
    disguise: z.enum(DISGUISES).nullable(),
  }),
);
export type Sentences = z.infer<typeof Sentences>;

interface Tally {
  /** How many sentences, and how many of them the check judged wrongly. */
  readonly total: number;
  readonly wrong: number;
}
export interface Rates {
  /** Faulty sentences that pass, and innocent ones that are stopped. */
  readonly missed: Tally;
  readonly alarmed: Tally;
  /** Figures only, by fault and disguise: no text leaves this function. */
  readonly byKind: Readonly<Record<string, string>>;
}

/** Judges every sentence by the dictionary the software brings along. A sentence with any finding is stopped. */
export function ratesOf(sentences: Sentences): Rates {
  const judged = sentences.map(({ text, fault, disguise }) => {
    const isStopped = checkWording(text, initialDictionary).length > 0;
    const kind = `${fault ?? 'innocent'} / ${disguise ?? 'plain'}`;
    return { kind, isFaulty: fault !== null, isWrong: isStopped !== (fault !== null) };
  });
  const tally = (some: typeof judged): Tally => ({
    total: some.length,
    wrong: some.filter(({ isWrong }) => isWrong).length,
  });
  const kinds = [...new Set(judged.map(({ kind }) => kind))].sort();
  return {
    missed: tally(judged.filter(({ isFaulty }) => isFaulty)),
    alarmed: tally(judged.filter(({ isFaulty }) => !isFaulty)),
    byKind: Object.fromEntries(
      kinds.map((kind) => {
        const { total, wrong } = tally(judged.filter((each) => each.kind === kind));
        return [kind, `${wrong} of ${total}`];
      }),
    ),
  };
}
