import { Injectable } from '@nestjs/common';
import type { EarningFact } from '@siyu/shared/incentives';
import { dayOfInstant, type EpochDay, startOfDay } from '@siyu/shared/time';
import { In } from 'typeorm';
import type { Transaction } from '../../../platform/database/index.ts';
import { PointsHistories } from '../ledger/points-histories.ts';
import { RuleHistories } from '../rules/rule-histories.ts';
import { AwardBatch } from './award-batch.ts';
import { EarningFactRow } from './earning-fact.entity.ts';

/** Thanks for what members did on days that are over, as the rules in force now would have, for a firm that is loaded with its past. */
@Injectable()
export class AwardHistories {
  constructor(
    private readonly batch: AwardBatch,
    private readonly points: PointsHistories,
    private readonly rules: RuleHistories,
  ) {}

  /**
   * Every fact was known when it happened, and what a day gave is in the ledger of that day. Where somebody has been given
   * points already, as in a firm that was loaded by an earlier version, nothing is put before them.
   */
  async record(tx: Transaction, facts: readonly EarningFact[]): Promise<void> {
    if (await this.points.hasBegun()) return;
    // The worker may have met them already, while no rule was in force: they are decided anew.
    await tx.manager.delete(EarningFactRow, {
      memberNo: In([...new Set(facts.map(({ memberNo }) => memberNo))]),
      eventId: In(facts.map(({ eventId }) => eventId)),
    });
    const byDay = new Map<EpochDay, EarningFact[]>();
    for (const fact of [...facts].sort((one, other) => one.occurredAt - other.occurredAt)) {
      const day = dayOfInstant(fact.occurredAt);
      byDay.set(day, [...(byDay.get(day) ?? []), { ...fact, recordedAt: fact.occurredAt }]);
    }
    const [first] = byDay.keys();
    const rulesSince = first === undefined ? 0 : startOfDay(first);
    await this.points.live(tx, [...byDay.keys()], async (day) => {
      const told = byDay.get(day) ?? [];
      const givenAt = told.at(-1)?.occurredAt ?? startOfDay(day);
      await this.batch.award(tx, told, { givenAt, rulesSince });
    });
    await this.rules.dateBack(tx, rulesSince);
  }
}
