import { Injectable } from '@nestjs/common';
import type { ContentLabel } from '@siyu/shared/contracts/content.limits';
import type { WordingText } from '@siyu/shared/contracts/moderation';
import { Configuration, type ConfigurationKey } from '../../foundation/configuration/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { initialDictionary } from './dictionary/initial-dictionary.ts';
import { initialPurchasePush } from './dictionary/purchase-push.ts';
import { type JudgedFinding, judgeWording } from './judge-wording.ts';
import { PurchasePushes } from './purchase-pushes.ts';
import { initialLimits, SecondReaderLimits } from './second-reader/limits.ts';
import { SecondReader } from './second-reader/second-reader.ts';
import { trained } from './second-reader/trained.ts';
import {
  type Fault,
  FAULTS,
  WordingContext,
  type WordingDictionary,
  WordingRules,
} from './wording-dictionary.ts';

/** A finding in one of several texts that were checked together. */
export interface PlacedFinding extends JudgedFinding {
  /** Which of the texts, such as `quiz.0.question`. */
  readonly path: string;
}
export interface WordingVerdict {
  /** Which version of each part of the dictionary judged. */
  readonly dictionaryVersions: Readonly<Record<string, number>>;
  readonly findings: readonly PlacedFinding[];
}

/** Both readers as they are in force. */
interface Readers {
  readonly dictionary: WordingDictionary;
  readonly limits: SecondReaderLimits;
}

let reader: SecondReader | null = null;
/** Unpacked when the first text is judged, and not by every start. */
const secondReader = (): SecondReader => (reader ??= new SecondReader(trained));

/**
 * The wording guard: what may not be said to members, by the dictionary in force. Its parts are keys of their own, so
 * that two people can work on two faults at once.
 */
@Injectable()
export class Moderation {
  readonly #context: ConfigurationKey<WordingContext>;
  readonly #limits: ConfigurationKey<SecondReaderLimits>;
  readonly #rules: Readonly<Record<Fault, ConfigurationKey<WordingRules>>>;
  readonly #purchasePush: ConfigurationKey<WordingRules>;
  readonly #pushes = new PurchasePushes();
  /** The dictionary last used: it is readied for use once for its versions. */
  #latest: { readonly versions: string; readonly dictionary: WordingDictionary } | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {
    const { rules, ...context } = initialDictionary;
    this.#purchasePush = configuration.register(
      'moderation.purchase-push',
      WordingRules,
      initialPurchasePush,
    );
    const register = (key: string, fault: Fault) => configuration.register(key, WordingRules, rules[fault]);
    this.#context = configuration.register('moderation.context', WordingContext, context);
    this.#limits = configuration.register('moderation.second-reader', SecondReaderLimits, initialLimits);
    this.#rules = {
      promise: register('moderation.promise', 'promise'),
      stock_tip: register('moderation.stock-tip', 'stock_tip'),
      private_payment: register('moderation.private-payment', 'private_payment'),
      inducement: register('moderation.inducement', 'inducement'),
    };
  }

  /**
   * @param label of what the texts belong to: education may not push to buy either (REQ-PUB-4), advice may speak of a
   * security, since only those under a contract get it (REQ-ADV-2)
   */
  async check(texts: readonly WordingText[], label?: ContentLabel): Promise<WordingVerdict> {
    const { dictionaryVersions, ...readers } = await this.#readersInForce();
    const findings = checkTexts(texts, readers);
    switch (label) {
      case undefined:
        return { dictionaryVersions, findings };
      case 'advice':
        return { dictionaryVersions, findings: findings.filter(({ fault }) => fault !== 'stock_tip') };
      case 'education': {
        const push = await this.configuration.get(this.#purchasePush, this.clock.now());
        return {
          dictionaryVersions: { ...dictionaryVersions, [this.#purchasePush.name]: push.version },
          findings: [...findings, ...this.#pushes.find(texts, readers.dictionary, push)],
        };
      }
    }
  }

  /**
   * Checks as the guard would if one part of the dictionary said something else: for whoever weighs a change of it.
   * @param key one of the guard's own keys
   */
  async checkerWith(
    key: string,
    value: object,
  ): Promise<(texts: readonly WordingText[]) => readonly PlacedFinding[]> {
    const { dictionary, limits } = await this.#readersInForce();
    const changed = this.#changed({ dictionary, limits }, key, value);
    return (texts) => checkTexts(texts, changed);
  }

  #changed({ dictionary, limits }: Readers, key: string, value: object): Readers {
    // Lessons are weighed against the parts that hold for every text.
    if (key === this.#purchasePush.name) return { dictionary, limits };
    if (key === this.#limits.name) return { dictionary, limits: SecondReaderLimits.parse(value) };
    if (key === this.#context.name)
      return { dictionary: { ...dictionary, ...WordingContext.parse(value) }, limits };
    return {
      dictionary: { ...dictionary, rules: { ...dictionary.rules, ...this.#rulesOf(key, value) } },
      limits,
    };
  }

  #rulesOf(key: string, value: object): Partial<WordingDictionary['rules']> {
    const fault = FAULTS.find((each) => this.#rules[each].name === key);
    if (fault === undefined) throw new RangeError(`${key} is no part of the dictionary`);
    return { [fault]: WordingRules.parse(value) };
  }

  async #readersInForce() {
    const now = this.clock.now();
    const [context, limits, promise, stockTip, privatePayment, inducement] = await Promise.all([
      this.configuration.get(this.#context, now),
      this.configuration.get(this.#limits, now),
      this.configuration.get(this.#rules.promise, now),
      this.configuration.get(this.#rules.stock_tip, now),
      this.configuration.get(this.#rules.private_payment, now),
      this.configuration.get(this.#rules.inducement, now),
    ]);
    const dictionaryVersions = {
      [this.#context.name]: context.version,
      [this.#rules.promise.name]: promise.version,
      [this.#rules.stock_tip.name]: stockTip.version,
      [this.#rules.private_payment.name]: privatePayment.version,
      [this.#rules.inducement.name]: inducement.version,
      [this.#limits.name]: limits.version,
    };
    const versions = JSON.stringify(dictionaryVersions);
    if (this.#latest?.versions !== versions) {
      const rules = {
        promise: promise.value,
        stock_tip: stockTip.value,
        private_payment: privatePayment.value,
        inducement: inducement.value,
      };
      this.#latest = { versions, dictionary: { ...context.value, rules } };
    }
    return { dictionaryVersions, dictionary: this.#latest.dictionary, limits: limits.value };
  }
}

/** Checks texts that stand on one page together; each finding says in which of them it is. */
export function checkTexts(texts: readonly WordingText[], { dictionary, limits }: Readers): PlacedFinding[] {
  return texts.flatMap(({ path, text, isMarkedWrong }) =>
    judgeWording(text, dictionary, secondReader(), limits)
      // A wrong answer is said to be wrong, and reads so; an account number in it would still reach members.
      .filter(({ fault, isNamed }) => !isMarkedWrong || (isNamed && fault === 'private_payment'))
      .map((finding) => ({ ...finding, path })),
  );
}
