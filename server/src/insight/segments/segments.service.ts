import { Injectable } from '@nestjs/common';
import { GROUPS, STAGES, type GroupCode, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { SegmentRules } from '@siyu/shared/rules';
import type { EpochDay } from '@siyu/shared/time';
import { type EntityManager, In } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { type Question, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { FactsSink, type FactsMoment, type MemberFacts } from '../scoring/index.ts';
import { placementsOf } from './built-in-segments.ts';
import { LiveSegments } from './live-segments.ts';
import { MemberFactsRow } from './member-facts.entity.ts';
import { memberFactsRow } from './member-facts-row.ts';
import { MemberTiers } from './member-tiers.ts';
import { Memberships } from './memberships.ts';
import { RulePlacements } from './rule-placements.ts';

/** What a feed may ask about one member. */
interface KnownFacts {
  /** Null when the member does not want it used. */
  readonly stage: StageCode | null;
  readonly group: GroupCode | null;
}

const KnownRows = z.array(z.tuple([z.string().nullable(), z.string().nullable()]));

/** Front door of segments: what is known of members now, and who is in which segment. */
@Injectable()
export class Segments extends FactsSink {
  constructor(
    private readonly clock: Clock,
    private readonly tiers: MemberTiers,
    private readonly memberships: Memberships,
    private readonly rules: RulePlacements,
    private readonly live: LiveSegments,
  ) {
    super();
  }

  override async replaceFacts(
    tx: Transaction,
    facts: readonly MemberFacts[],
  ): Promise<ReadonlyMap<number, EpochDay | null>> {
    if (facts.length === 0) return new Map();
    const updatedAt = this.clock.now();
    const tiers = await this.tiers.tiersOf(facts);
    const rows = facts.map((each) => memberFactsRow(each, tiers.get(each.memberNo) ?? null, updatedAt));
    await upsertRows(tx, MemberFactsRow, rows);
    const ruled = await this.rules.placementsOf(tx.manager, rows);
    await this.memberships.follow(
      tx,
      facts.map((each) => ({
        memberNo: each.memberNo,
        seq: each.seq,
        asOf: each.asOf,
        // To be sorted into segments is to be profiled, whatever the segment is about.
        placements: each.isProfiled
          ? [
              ...placementsOf(each, tiers.get(each.memberNo) ?? null),
              ...(ruled.get(each.memberNo)?.placements ?? []),
            ]
          : [],
      })),
    );
    return new Map([...ruled].map(([memberNo, { nextChangeOn }]) => [memberNo, nextChangeOn]));
  }

  override async removeFacts(tx: Transaction, members: readonly FactsMoment[]): Promise<void> {
    if (members.length === 0) return;
    await tx.manager.delete(MemberFactsRow, { memberNo: In(members.map(({ memberNo }) => memberNo)) });
    await this.memberships.follow(
      tx,
      members.map(({ memberNo, seq, asOf }) => ({ memberNo, seq, asOf, placements: [] })),
    );
  }

  /** What the live segments ask for, by their keys, for rules that name them; each with what it names in its place. */
  async liveRules(manager: EntityManager): Promise<SegmentRules> {
    return new Map((await this.live.list(manager)).map(({ key, rule }) => [key, rule]));
  }

  /** Null until the member has been scored for the first time. */
  factsOf(memberNo: number): Question<KnownFacts | null> {
    return {
      selects: [
        {
          sql: 'SELECT stage, group_code FROM member_facts WHERE member_no = ?',
          values: [memberNo],
          columns: ['stage', 'group_code'],
        },
      ],
      read: ([rows]) => {
        const [row] = KnownRows.parse(rows);
        if (row === undefined) return null;
        const [storedStage, storedGroup] = row;
        const group = GROUPS.find((code) => code === storedGroup) ?? null;
        const stage = STAGES.find((code) => code === storedStage) ?? null;
        return { stage, group };
      },
    };
  }
}
