import { Injectable } from '@nestjs/common';
import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { addDays, dayOfInstant, startOfDay } from '@siyu/shared/time';
import { RuleDesk, RuleDetails, RuleWriting } from '../action/incentives/index.ts';
import { Reviews } from '../foundation/reviews/index.ts';
import { Clock } from '../platform/clock/index.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

const DAYS = 180;
/** What is said of a rule; the rest is the same for all. */
export type DemoRule = Pick<
  IncentiveDraft,
  'name' | 'title' | 'reason' | 'when' | 'condition' | 'mission' | 'then' | 'holdoutPercent'
> & { readonly often: Partial<IncentiveDraft['limits']> };

/** The lot of a rule knows it by its number: with these shares it holds out none of the members of the phone. */
const RULES: readonly DemoRule[] = [
  {
    name: '连续签到七天送积分',
    title: '七天签到',
    reason: '连续七天都来看看',
    when: 'checked_in',
    condition: { combinator: 'and', rules: [{ field: 'streakDays', operator: '=', value: 7 }] },
    mission: null,
    then: { kind: 'points', points: 20 },
    often: { perWeek: 1 },
    holdoutPercent: 3,
  },
  {
    name: '学完一课送积分',
    title: '学完一课',
    reason: '认真学完了一课',
    when: 'lesson_completed',
    condition: null,
    mission: null,
    then: { kind: 'points', points: 10 },
    often: { perDay: 2 },
    holdoutPercent: 5,
  },
  {
    name: '任务：三课一测',
    title: '三课一测',
    reason: '学完三课并通过了测验',
    when: 'quiz_submitted',
    condition: null,
    mission: {
      steps: [
        { event: 'lesson_completed', count: 3, contentIds: null, days: 'any' },
        { event: 'quiz_submitted', count: 1, contentIds: null, days: 'any' },
      ],
      isOrdered: true,
      withinDays: 30,
    },
    then: { kind: 'points', points: 80 },
    often: { total: 1 },
    holdoutPercent: 2,
  },
];

/** What members of the demo firm are thanked for, brought to them the way every rule goes: written, reviewed, live. */
@Injectable()
export class DemoIncentives {
  constructor(
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly writing: RuleWriting,
    private readonly desk: RuleDesk,
    private readonly details: RuleDetails,
    private readonly reviews: Reviews,
  ) {}

  async load(): Promise<void> {
    for (const [at, rule] of RULES.entries()) {
      const step = `incentive:${at + 1}`;
      if (!(await this.steps.isDone(step))) await this.#bringOut(step, rule);
    }
  }

  async #bringOut(step: string, rule: DemoRule): Promise<void> {
    const operator = await this.organisation.principalOf('operator');
    const decider = await this.organisation.principalOf('compliance');
    await this.steps.once(`draft:${step}`, async (tx) => {
      await this.writing.begin(tx, operator, demoDraft(rule, this.clock.now()));
    });
    const { rows } = await this.desk.listRules({ limit: 50 });
    const ruleId = rows.find(({ name }) => name === rule.name)?.ruleId ?? '';
    const { revision, isInReview } = await this.details.get(operator, ruleId);
    if (!isInReview) await this.writing.submit(operator, ruleId, revision);
    const { review } = await this.details.get(decider, ruleId);
    await this.steps.once(step, async (tx) => {
      if (review === null) throw new Error(`the demo rule ${rule.name} waits for no review`);
      const { reviewId, sha256 } = review;
      const comment = '只和学习有关，预算和期限清楚。';
      await this.reviews.decide(tx, { reviewId, isApproved: true, comment, sha256, decider });
    });
  }
}

/** As its author writes it; it ends half a year from then. */
export function demoDraft({ often, ...rule }: DemoRule, now: number): IncentiveDraft {
  const until = startOfDay(addDays(dayOfInstant(now), DAYS));
  return {
    ...rule,
    limits: {
      perDay: null,
      perWeek: null,
      total: null,
      coolDownHours: null,
      pendingDays: 0,
      expiresAfterDays: 365,
      ...often,
    },
    budget: { awardsMax: 100_000, valueFenMax: 10_000_000 },
    schedule: { from: null, until: new Date(until).toISOString() },
    priority: 10,
    stackingGroup: null,
  };
}
