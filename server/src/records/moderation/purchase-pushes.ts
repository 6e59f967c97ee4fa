import type { WordingText } from '@siyu/shared/contracts/moderation';
import { checkWording, type WordingFinding } from './check-wording.ts';
import type { WordingDictionary, WordingRules } from './wording-dictionary.ts';

const NONE: WordingRules = { groups: {}, patterns: [] };

interface PushFinding extends WordingFinding {
  readonly path: string;
  readonly level: 'refused';
  readonly isNamed: true;
  readonly pieces: readonly string[];
}
interface Readied {
  readonly context: WordingDictionary;
  readonly version: number;
  readonly dictionary: WordingDictionary;
}

/** Pushes to buy, found by their words alone: the second reader learned of other faults. */
export class PurchasePushes {
  /** The dictionary last used: a new object would be readied again. */
  #latest: Readied | null = null;

  /**
   * @param context how words are read and what excuses them
   * @param push the rules with their version, by which they are known again
   */
  find(
    texts: readonly WordingText[],
    context: WordingDictionary,
    push: { readonly version: number; readonly value: WordingRules },
  ): readonly PushFinding[] {
    const dictionary = this.#dictionaryOf(context, push);
    return texts
      .filter(({ isMarkedWrong }) => !isMarkedWrong)
      .flatMap(({ path, text }) =>
        checkWording(text, dictionary).map((finding): PushFinding => ({
          ...finding,
          path,
          level: 'refused',
          isNamed: true,
          pieces: [],
        })),
      );
  }

  #dictionaryOf(
    context: WordingDictionary,
    { version, value: inducement }: { readonly version: number; readonly value: WordingRules },
  ): WordingDictionary {
    if (this.#latest?.context !== context || this.#latest.version !== version) {
      const only = { promise: NONE, stock_tip: NONE, private_payment: NONE, inducement };
      this.#latest = { context, version, dictionary: { ...context, rules: only } };
    }
    return this.#latest.dictionary;
  }
}
