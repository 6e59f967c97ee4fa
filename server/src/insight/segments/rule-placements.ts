import { Injectable } from '@nestjs/common';
import { compileRule, isDated, nextChangeOf, type FulfilsRule } from '@siyu/shared/rules';
import { addDays, dayOfInstant, earlierDay, epochDay, type EpochDay } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import type { Placement } from './built-in-segments.ts';
import { LiveSegments } from './live-segments.ts';
import type { MemberFactsRow } from './member-facts.entity.ts';
import { Memberships } from './memberships.ts';
import type { LiveSegment } from './resolve-rules.ts';
import { ruleFacts } from './rule-facts.ts';

/** In which defined segments a member is, and from which day boundary on that would differ by days passing alone. */
export interface RuledMember {
  readonly placements: readonly Placement[];
  readonly nextChangeOn: EpochDay | null;
}

/** Asks members by the rules of segments, and keeps what they answer. */
@Injectable()
export class RulePlacements {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly live: LiveSegments,
    private readonly memberships: Memberships,
  ) {}

  /** By every live segment; under the locks of the members, so that no version can come between. */
  async placementsOf(
    manager: EntityManager,
    rows: readonly MemberFactsRow[],
  ): Promise<ReadonlyMap<number, RuledMember>> {
    const segments = await this.live.list(manager);
    const ask = askingOf(segments);
    return new Map(rows.map((row) => [row.memberNo, ask(row, row.asOf)]));
  }

  /**
   * Places members whose facts are as they were but for what rules ask of them; under their locks.
   * @param segments those that are asked
   * @param only see `Memberships.follow`: stays in segments that match and are not asked any more end
   */
  async place(
    tx: Transaction,
    rows: readonly MemberFactsRow[],
    segments: readonly LiveSegment[],
    only: string,
  ): Promise<void> {
    const live = addDays(dayOfInstant(this.clock.now()), 1);
    const ask = askingOf(segments);
    const placed = rows.map((row) => {
      const { memberNo, seq } = row;
      const asOf = Math.max(row.asOf, live);
      return { memberNo, seq, asOf, ...ask(row, asOf) };
    });
    await this.memberships.follow(tx, placed, only);
    await this.identity.lookAgainBy(
      tx,
      placed.flatMap(({ memberNo, nextChangeOn: dueOn }) => (dueOn === null ? [] : [{ memberNo, dueOn }])),
    );
  }
}

const NOBODY: RuledMember = { placements: [], nextChangeOn: null };

/** Rules compiled once a day boundary; who has not agreed to be profiled is in no segment, whatever it is about. */
export function askingOf(
  segments: readonly LiveSegment[],
): (row: MemberFactsRow, asOf: number) => RuledMember {
  const compiled = new Map<number, readonly FulfilsRule[]>();
  const dated = segments.filter(({ rule }) => isDated(rule));
  return (row, day) => {
    if (!row.isProfiled || segments.length === 0) return NOBODY;
    const asOf = epochDay(day);
    const rules = compiled.get(asOf) ?? segments.map(({ rule }) => compileRule(rule, asOf));
    compiled.set(asOf, rules);
    const facts = ruleFacts(row);
    const placements = segments
      .filter((_, at) => rules[at]?.(facts) === true)
      .map(({ key, version }) => ({ segmentKey: key, configVersion: version }));
    const days = dated.map(({ rule }) => nextChangeOf(rule, facts, asOf));
    return { placements, nextChangeOn: days.reduce(earlierDay, null) };
  };
}
