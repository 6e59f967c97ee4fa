import { Injectable, type OnModuleInit } from '@nestjs/common';
import { fen } from '@siyu/shared/money';
import { addDays, dayOfInstant } from '@siyu/shared/time';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { LiveSegments } from './live-segments.ts';
import { MemberFactsRow } from './member-facts.entity.ts';
import { Memberships } from './memberships.ts';
import { RulePlacements } from './rule-placements.ts';
import { tierOf, Tiers, type TierCuts } from './tiers.ts';

export const TIER_RUN_JOB = 'segment-tiers';
const EVERY_MS = 60_000;
const BATCH = 500;

/** The job's row: for which version of the cuts everybody has been looked at, and how far. */
const Progress = z.object({ version: z.int(), after: z.int(), isDone: z.boolean() });
type Progress = z.infer<typeof Progress>;

/** Places everybody anew once the business has moved the cuts of the tiers; a run that was cut off goes on. */
@Injectable()
export class TierRun implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly identity: Identity,
    private readonly tiers: Tiers,
    private readonly memberships: Memberships,
    private readonly rules: RulePlacements,
    private readonly segments: LiveSegments,
  ) {}

  onModuleInit(): void {
    this.jobs.every(TIER_RUN_JOB, EVERY_MS, (lease) => this.turn(lease), { isStoppable: true });
  }

  private async turn(lease: Lease): Promise<void> {
    const { value: cuts, version } = await this.tiers.cutsAt(this.clock.now());
    const before = Progress.nullable().parse(await lease.progress());
    let progress: Progress = before?.version === version ? before : { version, after: 0, isDone: false };
    if (progress.isDone) return;
    const total = await this.identity.highestNumber();
    while (!progress.isDone) {
      if (await lease.isCancelled()) return;
      progress = await this.place(lease, progress, cuts, total);
    }
  }

  /** One batch, together with how far the run has come. */
  private async place(
    lease: Lease,
    { version, after }: Progress,
    cuts: TierCuts,
    total: number,
  ): Promise<Progress> {
    const page = await this.database.read.find(MemberFactsRow, {
      select: { memberNo: true },
      where: { memberNo: MoreThan(after), assetsFen: Not(IsNull()) },
      order: { memberNo: 'ASC' },
      take: BATCH,
    });
    const memberNos = page.map(({ memberNo }) => memberNo);
    const progress = { version, after: memberNos.at(-1) ?? after, isDone: memberNos.length < BATCH };
    await this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, memberNos);
      await this.placeInside(tx, memberNos, version, cuts);
      await lease.saveProgress(tx, progress, progress.isDone ? null : { done: progress.after, total });
    });
    return progress;
  }

  private async placeInside(
    tx: Transaction,
    memberNos: readonly number[],
    version: number,
    cuts: TierCuts,
  ): Promise<void> {
    // Read under the lock: a run of scoring may have replaced the row since the page was chosen.
    const rows = await tx.manager.findBy(MemberFactsRow, { memberNo: In([...memberNos]) });
    const live = addDays(dayOfInstant(this.clock.now()), 1);
    const placed = rows.flatMap((row) => {
      if (row.assetsFen === null) return [];
      const tier = tierOf(fen(row.assetsFen), cuts);
      return row.tier === tier ? [] : [{ ...row, tier, tierVersion: version }];
    });
    await upsertRows(tx, MemberFactsRow, placed, ['tier', 'tierVersion']);
    await this.memberships.follow(
      tx,
      placed.map(({ memberNo, seq, asOf, tier }) => ({
        memberNo,
        seq,
        asOf: Math.max(asOf, live),
        placements: [{ segmentKey: `tier.${tier}`, configVersion: version }],
      })),
      'tier.%',
    );
    // A rule may ask for the tier.
    await this.rules.place(tx, placed, await this.segments.list(tx.manager), 'rule.%');
  }
}
