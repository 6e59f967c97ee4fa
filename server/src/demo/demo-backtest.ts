import { Injectable } from '@nestjs/common';
import { addDays, dayOfInstant, startOfDay } from '@siyu/shared/time';
import { BacktestAsking, RuleDesk, RuleDetails, RuleWriting } from '../action/incentives/index.ts';
import { Clock } from '../platform/clock/index.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';
import { demoDraft, type DemoRule } from './demo-incentives.ts';

const DAYS = 30;
const RULE: DemoRule = {
  name: '每周第二课送积分',
  title: '每周第二课',
  reason: '这一周学完了两课',
  when: 'lesson_completed',
  condition: { combinator: 'and', rules: [{ field: 'nthThisWeek', operator: '=', value: 2 }] },
  mission: null,
  then: { kind: 'points', points: 30 },
  often: { perWeek: 1 },
  holdoutPercent: 5,
};

/** A draft that an operator of the demo firm is still thinking about, tested over the last weeks by the server that starts. */
@Injectable()
export class DemoBacktest {
  constructor(
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly writing: RuleWriting,
    private readonly desk: RuleDesk,
    private readonly details: RuleDetails,
    private readonly asking: BacktestAsking,
  ) {}

  /** After the awards: what it gives is told beside what was really given. */
  async load(): Promise<void> {
    const operator = await this.organisation.principalOf('operator');
    const now = this.clock.now();
    await this.steps.once('backtest:draft', async (tx) => {
      await this.writing.begin(tx, operator, demoDraft(RULE, now));
    });
    const { rows } = await this.desk.listRules({ limit: 50 });
    const ruleId = rows.find(({ name }) => name === RULE.name)?.ruleId ?? '';
    const { revision } = await this.details.get(operator, ruleId);
    await this.steps.once('backtest', async (tx) => {
      const today = dayOfInstant(now);
      const from = new Date(startOfDay(addDays(today, -DAYS))).toISOString();
      const until = new Date(startOfDay(today)).toISOString();
      await this.asking.begin(tx, operator, ruleId, { from, until, revision });
    });
  }
}
