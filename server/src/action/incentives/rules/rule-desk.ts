import { Injectable } from '@nestjs/common';
import type { IncentiveQuery, IncentiveRow, IncentiveRows } from '@siyu/shared/contracts/incentive-rules';
import { In } from 'typeorm';
import { z } from 'zod';
import { StaffDirectory } from '../../../foundation/organisation/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database } from '../../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { IncentiveBudget, IncentiveRule, IncentiveRuleVersion } from './incentive-rule.entity.ts';
import { draftOf, writtenOf } from './rule-draft.ts';
import { inPhase, phaseOf } from './rule-phases.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const iso = (at: number): string => new Date(at).toISOString();

/** Rules as staff list them. */
@Injectable()
export class RuleDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly staff: StaffDirectory,
  ) {}

  /** The last changed first. */
  async listRules({ limit, cursor, phase }: z.output<typeof IncentiveQuery>): Promise<IncentiveRows> {
    const matching = this.database.read.createQueryBuilder(IncentiveRule, 'rule').where('1 = 1');
    if (phase === undefined) matching.andWhere("rule.state <> 'RETIRED'");
    else inPhase(matching, phase, this.clock.now());
    const total = await matching.getCount();
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [changedAt, ruleId] = after;
      matching.andWhere(
        '(rule.changedAt < :changedAt OR (rule.changedAt = :changedAt AND rule.ruleId < :ruleId))',
        { changedAt, ruleId },
      );
    }
    const found = await matching
      .orderBy('rule.changedAt', 'DESC')
      .addOrderBy('rule.ruleId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.changedAt, last.ruleId]),
    };
  }

  /** Four statements for any number. */
  async rowsOf(rules: readonly IncentiveRule[]): Promise<IncentiveRow[]> {
    if (rules.length === 0) return [];
    const { read } = this.database;
    const ruleIds = rules.map(({ ruleId }) => ruleId);
    const approved = rules.filter(({ latestVersion }) => latestVersion > 0);
    const [people, days, latest, budgets] = await Promise.all([
      this.staff.listStaffByIds(rules.map(({ authorId }) => authorId)),
      read.find(IncentiveRuleVersion, {
        select: { ruleId: true, version: true, validFrom: true, validUntil: true },
        where: { ruleId: In(ruleIds) },
        order: { version: 'ASC' },
      }),
      approved.length === 0
        ? []
        : read.findBy(
            IncentiveRuleVersion,
            approved.map(({ ruleId, latestVersion: version }) => ({ ruleId, version })),
          ),
      read.findBy(IncentiveBudget, { ruleNo: In(rules.map(({ ruleNo }) => ruleNo)) }),
    ]);
    const now = this.clock.now();
    return rules.map((rule): IncentiveRow => {
      const { ruleId, ruleNo, latestVersion } = rule;
      const own = days.filter((each) => each.ruleId === ruleId && each.validFrom < each.validUntil);
      const shown = own.find(({ validUntil }) => now < validUntil) ?? own.at(-1);
      const text = latest.find((each) => each.ruleId === ruleId);
      const said = text === undefined ? draftOf(rule) : writtenOf(text);
      if (said === null) throw new Error(`rule ${ruleNo} has neither a version nor a draft`);
      const budget = budgets.find((each) => each.ruleNo === ruleNo);
      return {
        ruleId,
        ruleNo,
        name: rule.name,
        phase: phaseOf(rule, own, now),
        version: latestVersion,
        hasDraft: rule.draft !== null,
        isInReview: rule.reviewId !== null,
        when: said.when,
        then: said.then,
        validFrom: shown === undefined ? null : iso(shown.validFrom),
        validUntil: shown === undefined ? null : iso(shown.validUntil),
        budget: budget === undefined ? null : budgetOf(budget),
        authorName: people.get(rule.authorId)?.name ?? '',
        changedAt: iso(rule.changedAt),
      };
    });
  }
}

const budgetOf = ({ awardsMax, valueFenMax, awardsUsed, pointsUsed, valueFenUsed }: IncentiveBudget) => ({
  awardsMax,
  valueFenMax,
  awardsUsed,
  pointsUsed,
  valueFenUsed,
});
