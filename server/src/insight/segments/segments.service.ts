import { Injectable } from '@nestjs/common';
import { GROUPS, STAGES, type GroupCode, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { FactsSink, type FactsMoment, type MemberFacts } from '../scoring/index.ts';
import { placementsOf } from './built-in-segments.ts';
import { MemberFactsRow } from './member-facts.entity.ts';
import { memberFactsRow } from './member-facts-row.ts';
import { MemberTiers } from './member-tiers.ts';
import { Memberships } from './memberships.ts';

/** What a feed or a segment may ask about one member. */
interface KnownFacts {
  readonly stage: StageCode;
  readonly group: GroupCode | null;
  readonly isProfiled: boolean;
  readonly lessonsCompleted: number;
  readonly seq: number;
}

/** Front door of segments: what is known of members now, and who is in which segment. */
@Injectable()
export class Segments extends FactsSink {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly tiers: MemberTiers,
    private readonly memberships: Memberships,
  ) {
    super();
  }

  override async replaceFacts(tx: Transaction, facts: readonly MemberFacts[]): Promise<void> {
    if (facts.length === 0) return;
    const updatedAt = this.clock.now();
    const tiers = await this.tiers.tiersOf(facts);
    await upsertRows(
      tx,
      MemberFactsRow,
      facts.map((each) => memberFactsRow(each, tiers.get(each.memberNo) ?? null, updatedAt)),
    );
    // To be sorted into segments is to be profiled, whatever the segment is about.
    const memberNos = facts.map(({ memberNo }) => memberNo);
    const permitted = await this.identity.permitted(memberNos, 'PROFILING', tx.manager);
    await this.memberships.follow(
      tx,
      facts.map((each) => ({
        memberNo: each.memberNo,
        seq: each.seq,
        asOf: each.asOf,
        placements: permitted.has(each.memberNo) ? placementsOf(each, tiers.get(each.memberNo) ?? null) : [],
      })),
    );
  }

  override async removeFacts(tx: Transaction, members: readonly FactsMoment[]): Promise<void> {
    if (members.length === 0) return;
    await tx.manager.delete(MemberFactsRow, { memberNo: In(members.map(({ memberNo }) => memberNo)) });
    await this.memberships.follow(
      tx,
      members.map(({ memberNo, seq, asOf }) => ({ memberNo, seq, asOf, placements: [] })),
    );
  }

  /** Null until the member has been scored for the first time. */
  async factsOf(memberNo: number): Promise<KnownFacts | null> {
    const row = await this.database.read.findOneBy(MemberFactsRow, { memberNo });
    if (row === null) return null;
    const { isProfiled, lessonsCompleted, seq } = row;
    const group = GROUPS.find((code) => code === row.groupCode) ?? null;
    const stage = STAGES.find((code) => code === row.stage) ?? 'STRANGER';
    return { stage, group, isProfiled, lessonsCompleted, seq };
  }
}
