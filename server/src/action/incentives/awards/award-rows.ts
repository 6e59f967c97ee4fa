import { Injectable } from '@nestjs/common';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import { Randomness } from '../../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { LiveRule } from '../rules/live-rules.ts';
import { Award } from './award.entity.ts';
import { AwardNumbers } from './award-numbers.ts';
import type { PlannedAward } from './plan-awards.ts';

const DAY_MS = 86_400_000;

/** Awards as rows, with the numbers that say in which order they were given. */
@Injectable()
export class AwardRows {
  constructor(
    private readonly randomness: Randomness,
    private readonly numbers: AwardNumbers,
  ) {}

  /** The rows of what is planned, before any budget was asked. Whoever comes next waits here until this is committed. */
  async numbered(
    tx: Transaction,
    planned: readonly PlannedAward[],
    isRefused: (live: LiveRule) => boolean,
    givenAt: number,
  ): Promise<readonly Award[]> {
    if (planned.length === 0) return [];
    const first = await this.numbers.take(tx, 'awards', planned.length);
    return planned.map(({ live, fact, conditions, hold, holdSeen }, at) => {
      const { rule, ruleId, title, reason } = live;
      const { pendingDays, expiresAfterDays } = rule.limits;
      const pendingUntil = pendingDays === 0 ? null : givenAt + pendingDays * DAY_MS;
      const availableOn = dayOfInstant(pendingUntil ?? givenAt);
      const isGuarded = isRefused(live);
      return {
        memberNo: fact.memberNo,
        awardNo: first + at,
        awardId: this.randomness.uuid(),
        ruleId,
        ruleNo: rule.ruleNo,
        ruleVersion: rule.version,
        ruleName: rule.name,
        title,
        reason,
        eventId: fact.eventId,
        event: fact.type,
        contentId: fact.contentId,
        seq: fact.seq,
        occurredAt: fact.occurredAt,
        occurredOn: dayOfInstant(fact.occurredAt),
        reward: rule.then,
        points: rule.then.kind === 'points' ? rule.then.points : 0,
        valueFen: rule.valueFen,
        pendingUntil,
        expiresOn: expiresAfterDays === null ? null : addDays(availableOn, expiresAfterDays),
        state: isGuarded ? 'REFUSED' : hold === null ? 'AWARDED' : 'HELD',
        hold: isGuarded ? null : hold,
        holdSeen: isGuarded ? null : holdSeen,
        refusal: isGuarded ? 'GUARD' : null,
        explanation: conditions,
        givenAt,
        deciderId: null,
        decidedAt: null,
        decisionReason: null,
      };
    });
  }

  insert(tx: Transaction, awards: readonly Award[]): Promise<void> {
    return insertRows(tx, Award, awards);
  }
}
