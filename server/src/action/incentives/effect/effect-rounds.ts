import { setImmediate as letOthersIn } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LASTING_UNTIL_DAYS } from '@siyu/shared/contracts/incentive-effects.limits';
import { dayOfInstant } from '@siyu/shared/time';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, upsertRows } from '../../../platform/database/index.ts';
import { Jobs, type Lease } from '../../../platform/jobs/index.ts';
import { LessonTopics } from '../../../services/content/index.ts';
import { EffectTally } from './count-effect.ts';
import { EffectPeople } from './effect-people.ts';
import { type EffectRule, readEffectRules } from './effect-rule.ts';
import { IncentiveEffectRow } from './incentive-effect.entity.ts';

const EFFECTS_JOB = 'incentive-effects';
const EVERY_MS = 60_000;
/** So long after the last day of a rule its members are still counted: then the last ones have had their time. */
const KEPT_MS = (LASTING_UNTIL_DAYS + 1) * 86_400_000;

const DUE = `SELECT r.rule_id AS ruleId FROM incentive_rules r
  JOIN incentive_rule_versions v ON v.rule_id = r.rule_id AND v.version = r.latest_version
  LEFT JOIN incentive_effects e ON e.rule_no = r.rule_no AND e.version = v.version AND e.valid_from = v.valid_from
  WHERE v.valid_until > ? AND (e.counted_on IS NULL OR e.counted_on < ?) ORDER BY r.rule_no`;

/** Counts once a day what came of each rule, all of them in one walk over the members. */
@Injectable()
export class EffectRounds implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly people: EffectPeople,
    private readonly topics: LessonTopics,
  ) {}

  onModuleInit(): void {
    this.jobs.every(EFFECTS_JOB, EVERY_MS, (lease) => this.run(lease), { isStoppable: true });
  }

  async run(lease: Lease | null): Promise<void> {
    const now = this.clock.now();
    const countedOn = dayOfInstant(now);
    const { read } = this.database;
    const due: { ruleId: string }[] = await read.query(DUE, [now - KEPT_MS, countedOn]);
    const rules = await readEffectRules(
      read,
      due.map(({ ruleId }) => ruleId),
    );
    if (rules.length === 0) return;
    const tallies = await this.#tally(rules, now, lease);
    if (tallies === null) return;
    await this.database.runInTransaction(async (tx) => {
      await lease?.assertHeld(tx);
      await upsertRows(
        tx,
        IncentiveEffectRow,
        tallies.map(([{ ruleNo, version, validFrom }, tally]) => ({
          ruleNo,
          version,
          validFrom,
          countedOn,
          countedAt: now,
          figures: tally.counted(),
        })),
      );
    });
  }

  /** @returns null when somebody stopped it: the next run begins again */
  async #tally(rules: readonly EffectRule[], now: number, lease: Lease | null) {
    const topics = await this.topics.list();
    const tallies = rules.map((rule) => [rule, new EffectTally(rule, topics, now)] as const);
    const since = Math.min(...rules.map(({ from }) => from));
    const ruleNos = new Set(rules.map(({ ruleNo }) => ruleNo));
    for await (const page of this.people.pages(ruleNos, since)) {
      for (const person of page) for (const [, tally] of tallies) tally.add(person);
      if (lease !== null && (lease.isEnding() || (await lease.isCancelled()))) return null;
      await letOthersIn();
    }
    return tallies;
  }
}
