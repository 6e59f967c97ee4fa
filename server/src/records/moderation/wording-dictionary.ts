import { z } from 'zod';

/** What may not be said to members without an excuse. */
export const FAULTS = ['promise', 'stock_tip', 'private_payment', 'inducement'] as const;
export type Fault = (typeof FAULTS)[number];

/** Numbers that a pattern may ask for, besides words: see `quantities.ts`. */
export const QUANTITIES = ['#code', '#percent', '#amount', '#digits', '#card', '#number', '#handle'] as const;
export type Quantity = (typeof QUANTITIES)[number];

const Word = z.string().min(1).max(24);
const GroupName = z.string().regex(/^[a-z][A-Za-z0-9]{1,31}$/);

const Pattern = z.object({
  /** Stable name of what was found, such as `promise.sure_profit`. */
  reason: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
  /** Each part is one group, one quantity, or several of them parted by `|`; all parts must be there. */
  parts: z.array(z.string().max(200)).min(1).max(4),
  /** Widest span in Chinese characters; Latin letters and digits are a third of one, punctuation is nothing. */
  within: z.int().min(1).max(80),
  anyOrder: z.boolean(),
});

const Excuse = z.object({
  name: z.string().max(32),
  /**
   * Where the excusing word stands: `clause` = shortly before the finding, in its clause; `earlier` = anywhere before
   * it in its sentence; `later` = after it in its sentence; `sentence` = anywhere in its sentence; `quoted` = in the
   * sentence, when the finding stands in quotation marks.
   */
  reach: z.enum(['clause', 'earlier', 'later', 'sentence', 'quoted']),
  faults: z.array(z.enum(FAULTS)).min(1),
  words: z.array(Word).min(1).max(1000),
});

/** What one fault looks like: groups of plain words, and which of them must stand together. */
export const WordingRules = z
  .object({
    groups: z.record(GroupName, z.array(Word).min(1).max(2000)),
    patterns: z.array(Pattern).min(1).max(500),
  })
  .superRefine(({ groups, patterns }, context) => {
    const known = new Set<string>([...Object.keys(groups), ...QUANTITIES]);
    patterns.forEach(({ parts }, index) => {
      for (const name of parts.flatMap((part) => part.split('|'))) {
        if (known.has(name)) continue;
        context.addIssue({ code: 'custom', path: ['patterns', index, 'parts'], message: `no group ${name}` });
      }
    });
  });
export type WordingRules = z.infer<typeof WordingRules>;

/** How words are read and what excuses them, whatever the fault. */
export const WordingContext = z.object({
  /** What a sign is read as; several readings are tried. */
  signs: z.record(z.string().min(1).max(16), z.array(z.string().min(1).max(4)).min(1).max(4)),
  /** Words in which a forbidden one stands by chance, such as 无风险利率. */
  harmless: z.array(Word).max(2000),
  excuses: z.array(Excuse).max(100),
  /** Sayings that only look like an excuse, such as 不是骗子. */
  noExcuses: z.array(Word).max(1000),
  /** Words that sound like everyday ones: they count as written or spelt in pinyin, not in characters of their sound. */
  asWritten: z.array(Word).max(1000),
});
export type WordingContext = z.infer<typeof WordingContext>;

/**
 * What the wording check looks for. It is entered by people, so it holds plain words and names of groups of words only;
 * no expression that could take long on a hostile text.
 */
export interface WordingDictionary extends WordingContext {
  readonly rules: Readonly<Record<Fault, WordingRules>>;
}
export type WordingPattern = WordingRules['patterns'][number] & { readonly fault: Fault };
export type WordingExcuse = WordingContext['excuses'][number];
