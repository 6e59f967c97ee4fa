import { type EarningFact, HISTORY_DAYS } from '@siyu/shared/incentives';
import { addDays, dayOfInstant, startOfDay } from '@siyu/shared/time';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StageLines, type StageMoment } from '../../../insight/scoring/index.ts';
import { among, selectRows } from '../../../platform/database/index.ts';
import type { Person } from '../../../records/identity/index.ts';
import { AwardCounters, type CountedAwards } from './award-counters.ts';
import type { AskedOfPast } from './asked-of-past.ts';
import { EarningFactRow } from './earning-fact.entity.ts';
import { HOLD_LOOKS_BACK_MS } from './hold-of.ts';
import type { KnownFact } from './plan-awards.ts';

type Persons = ReadonlyMap<number, Person>;

/** In the order in which facts of a person became known; a transaction may have written several. */
export function inOrder(one: EarningFact, other: EarningFact): number {
  return one.recordedAt - other.recordedAt || one.seq - other.seq || (one.eventId < other.eventId ? -1 : 1);
}

/** What is known of members just before facts of theirs, and what they were given; a handful of statements for a batch. */
@Injectable()
export class AwardHistory {
  /**
   * Those of the facts that are new, in order, each under the number that stands for its member.
   * @param asked what the rules ask: of everything else there is null, and of the past no more than a person would look at
   */
  async knownBefore(
    manager: EntityManager,
    facts: readonly EarningFact[],
    persons: Persons,
    asked: AskedOfPast,
  ): Promise<readonly Omit<KnownFact, 'ring'>[]> {
    const kept = await this.#kept(manager, facts, persons, asked);
    const written = new Set(kept.map(({ eventId, seq }) => `${seq}:${eventId}`));
    const fresh = facts.filter(({ eventId, seq }) => !written.has(`${seq}:${eventId}`));
    const personOf = (memberNo: number) => persons.get(memberNo)?.memberNo ?? memberNo;
    const pasts = new Map<number, EarningFact[]>();
    for (const fact of [...kept.filter(({ withdrawnAt }) => withdrawnAt === null), ...fresh]) {
      const memberNo = personOf(fact.memberNo);
      const own = pasts.get(memberNo);
      if (own === undefined) pasts.set(memberNo, [{ ...fact, memberNo }]);
      else own.push({ ...fact, memberNo });
    }
    for (const past of pasts.values()) past.sort(inOrder);
    const ordered = fresh.map((fact) => ({ ...fact, memberNo: personOf(fact.memberNo) })).sort(inOrder);
    const stages = asked.stage ? await StageLines.readFor(manager, ordered.map(justBefore)) : null;
    return ordered.map((fact) => {
      const past = (pasts.get(fact.memberNo) ?? []).filter((each) => inOrder(each, fact) < 0);
      const stage = stages?.at(justBefore(fact)) ?? null;
      return {
        fact,
        facts: { stage, lessonsCompleted: asked.lessonsCompleted ? lessonsIn(past) : null },
        past,
      };
    });
  }

  /** What these members were given, held awards included, under whichever of their registrations. */
  async countersOf(manager: EntityManager, persons: Persons): Promise<AwardCounters> {
    const numbers = numbersOf(persons);
    if (numbers.length === 0) return new AwardCounters([]);
    const { sql, values } = among('member_no', numbers);
    const rows: Record<keyof CountedAwards, number | string>[] = await manager.query(
      `SELECT member_no AS memberNo, rule_no AS ruleNo, occurred_on AS occurredOn, COUNT(*) AS count,
         MAX(occurred_at) AS lastAt, SUM(value_fen) AS valueFen FROM awards
       WHERE ${sql} AND state IN ('AWARDED', 'HELD') GROUP BY member_no, rule_no, occurred_on`,
      [...values],
    );
    const standsFor = new Map(
      [...persons.values()].flatMap((each) => each.numbers.map((number) => [number, each.memberNo])),
    );
    return new AwardCounters(
      rows.map((row) => ({
        memberNo: standsFor.get(Number(row.memberNo)) ?? Number(row.memberNo),
        ruleNo: Number(row.ruleNo),
        occurredOn: Number(row.occurredOn),
        count: Number(row.count),
        lastAt: Number(row.lastAt),
        valueFen: Number(row.valueFen),
      })),
    );
  }

  /** Facts of the last `HISTORY_DAYS` days where history is asked, and every lesson however long ago where lessons are. */
  async #kept(
    manager: EntityManager,
    facts: readonly EarningFact[],
    persons: Persons,
    { history, lessonsCompleted }: AskedOfPast,
  ): Promise<readonly EarningFactRow[]> {
    const numbers = numbersOf(persons);
    if (numbers.length === 0) return [];
    const first = Math.min(...facts.map(({ occurredAt }) => occurredAt));
    const since = history
      ? startOfDay(addDays(dayOfInstant(first), -HISTORY_DAYS))
      : first - HOLD_LOOKS_BACK_MS;
    const { sql, values } = among('member_no', numbers);
    const lessons = history || lessonsCompleted ? " OR type = 'lesson_completed'" : '';
    return selectRows(manager, EarningFactRow, {
      sql: `${sql} AND (occurred_at >= ?${lessons})`,
      values: [...values, since],
    });
  }
}

const justBefore = ({ memberNo, seq, recordedAt }: EarningFact): StageMoment => ({
  memberNo,
  seq: seq - 1,
  asOf: addDays(dayOfInstant(recordedAt), 1),
});

export function numbersOf(persons: Persons): readonly number[] {
  return [...new Set([...persons.values()].flatMap(({ numbers }) => numbers))].sort((a, b) => a - b);
}

/** Lessons that were ever finished. */
export const lessonsIn = (past: readonly EarningFact[]): number =>
  new Set(past.filter(({ type }) => type === 'lesson_completed').map(({ contentId }) => contentId)).size;
