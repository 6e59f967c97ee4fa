import type { WordingLevel } from '@siyu/shared/contracts/moderation.limits';
import { z } from 'zod';
import { checkWording } from '../check-wording.ts';
import { initialDictionary } from '../dictionary/initial-dictionary.ts';
import { judgeWording } from '../judge-wording.ts';
import { initialLimits } from '../second-reader/limits.ts';
import { SecondReader } from '../second-reader/second-reader.ts';
import { trained } from '../second-reader/trained.ts';
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
  /** How many sentences, and how many of them were judged so. */
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
export interface LevelRates extends Rates {
  /** Innocent sentences that need a second look, and faulty ones that are not refused outright. */
  readonly looked: Tally;
  readonly onlyLooked: Tally;
}
type Judged = Sentences[number] & { readonly level: WordingLevel | null };

/** Judges every sentence by the dictionary the software brings along. A sentence with any finding is stopped. */
export function ratesOf(sentences: Sentences): Rates {
  const judged = sentences.map((each): Judged => {
    const isStopped = checkWording(each.text, initialDictionary).length > 0;
    return { ...each, level: isStopped ? 'refused' : null };
  });
  return { missed: missedOf(judged), alarmed: alarmedOf(judged), byKind: kindsOf(judged) };
}

/** Judges every sentence by both readers. A faulty one is missed when it is clear, an innocent one stopped when refused. */
export function levelRatesOf(sentences: Sentences): LevelRates {
  const reader = new SecondReader(trained);
  const judged = sentences.map((each): Judged => {
    const found = judgeWording(each.text, initialDictionary, reader, initialLimits);
    const gravest = found.find(({ level }) => level === 'refused') ?? found[0];
    return { ...each, level: gravest?.level ?? null };
  });
  return {
    missed: missedOf(judged),
    alarmed: alarmedOf(judged),
    looked: tally(judged.filter(isInnocent), ({ level }) => level === 'review'),
    onlyLooked: tally(
      judged.filter((each) => !isInnocent(each)),
      ({ level }) => level === 'review',
    ),
    byKind: kindsOf(judged),
  };
}

const isInnocent = ({ fault }: Judged): boolean => fault === null;
const isWrong = ({ fault, level }: Judged): boolean =>
  fault === null ? level === 'refused' : level === null;
const tally = (some: readonly Judged[], is: (each: Judged) => boolean): Tally => ({
  total: some.length,
  wrong: some.filter(is).length,
});
const missedOf = (judged: readonly Judged[]): Tally =>
  tally(
    judged.filter((each) => !isInnocent(each)),
    isWrong,
  );
const alarmedOf = (judged: readonly Judged[]): Tally => tally(judged.filter(isInnocent), isWrong);

function kindsOf(judged: readonly Judged[]): Record<string, string> {
  const kindOf = ({ fault, disguise }: Judged): string => `${fault ?? 'innocent'} / ${disguise ?? 'plain'}`;
  const kinds = [...new Set(judged.map(kindOf))].sort();
  return Object.fromEntries(
    kinds.map((kind) => {
      const { total, wrong } = tally(
        judged.filter((each) => kindOf(each) === kind),
        isWrong,
      );
      return [kind, `${wrong} of ${total}`];
    }),
  );
}
