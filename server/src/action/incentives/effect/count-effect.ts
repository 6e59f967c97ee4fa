import {
  LASTING_AFTER_DAYS,
  LASTING_PASS_PERCENT,
  LASTING_UNTIL_DAYS,
} from '@siyu/shared/contracts/incentive-effects.limits';
import type { EarningEvent } from '@siyu/shared/incentives';
import { heldOutBy } from '@siyu/shared/rules';
import { z } from 'zod';
import type { LessonTopic } from '../../../services/content/index.ts';
import type { EffectRule } from './effect-rule.ts';

const DAY_MS = 86_400_000;
const Count = z.number().int();
const ArmCount = z.object({ people: Count, ripe: Count, learned: Count });

/** What is kept of a rule's effect; the rule may have changed since. */
export const EffectCount = z.object({
  holdoutPercent: Count,
  from: Count,
  isSameTopic: z.boolean(),
  rewarded: ArmCount,
  heldOut: ArmCount,
  spentFen: Count,
});
export type EffectCount = z.infer<typeof EffectCount>;

/** What a person did, under whichever registration. */
export interface CountedFact {
  readonly type: EarningEvent;
  readonly occurredAt: number;
  readonly contentId: string | null;
  readonly value: number | null;
}
export interface CountedPerson {
  /** The number that stands for them: the lot is drawn by it. */
  readonly memberNo: number;
  /** Ascending by when they happened. */
  readonly facts: readonly CountedFact[];
  readonly given: readonly {
    readonly ruleNo: number;
    readonly occurredAt: number;
    readonly valueFen: number;
  }[];
}
type Topics = ReadonlyMap<string, LessonTopic>;

const nobody = () => ({ people: 0, ripe: 0, learned: 0 });

/**
 * Counts people by what they would have been thanked for, not by what they got: whoever does for the first time what the
 * rule waits for belongs to one of two sides, and the lot alone says to which one. So both are alike but for the thanks.
 */
export class EffectTally {
  readonly #rewarded = nobody();
  readonly #heldOut = nobody();
  #spentFen = 0;
  readonly #isHeldOut: (memberNo: number) => boolean;

  constructor(
    private readonly rule: EffectRule,
    private readonly topics: Topics,
    private readonly now: number,
  ) {
    this.#isHeldOut = heldOutBy(rule.salt, rule.holdoutPercent);
  }

  add({ memberNo, facts, given }: CountedPerson): void {
    const { ruleNo, when, from, until } = this.rule;
    const first = facts.find(
      ({ type, occurredAt }) => type === when && occurredAt >= from && occurredAt < until,
    );
    if (first === undefined) return;
    const isOut = this.#isHeldOut(memberNo);
    const arm = isOut ? this.#heldOut : this.#rewarded;
    arm.people += 1;
    const endsAt = first.occurredAt + LASTING_UNTIL_DAYS * DAY_MS;
    if (endsAt > this.now) return;
    arm.ripe += 1;
    if (this.#hasLearned(first, facts, endsAt)) arm.learned += 1;
    if (isOut) return;
    for (const award of given)
      if (award.ruleNo === ruleNo && award.occurredAt >= from && award.occurredAt < endsAt)
        this.#spentFen += award.valueFen;
  }

  counted(): EffectCount {
    const { holdoutPercent, from, when } = this.rule;
    return {
      holdoutPercent,
      from,
      isSameTopic: hasTopic(when),
      rewarded: this.#rewarded,
      heldOut: this.#heldOut,
      spentFen: this.#spentFen,
    };
  }

  #hasLearned(first: CountedFact, facts: readonly CountedFact[], endsAt: number): boolean {
    const startsAt = first.occurredAt + LASTING_AFTER_DAYS * DAY_MS;
    const wanted = hasTopic(this.rule.when) ? this.#topicOf(first.contentId) : null;
    return facts.some(({ type, occurredAt, contentId, value }) => {
      if (type !== 'quiz_submitted' || occurredAt < startsAt || occurredAt >= endsAt) return false;
      if (wanted !== null && this.#topicOf(contentId) !== wanted) return false;
      const questions = this.topics.get(contentId ?? '')?.questions ?? 0;
      return questions > 0 && (value ?? 0) * 100 >= questions * LASTING_PASS_PERCENT;
    });
  }

  /** What is not known, or stands in no path, is about itself. */
  readonly #topicOf = (contentId: string | null): string =>
    this.topics.get(contentId ?? '')?.topic ?? contentId ?? '';
}

/** Whether what happened is about a lesson, so that a later quiz can be about the same. */
const hasTopic = (when: EarningEvent): boolean => when === 'lesson_completed' || when === 'quiz_submitted';
