import { setImmediate as letOthersIn } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, MoreThan, Not } from 'typeorm';
import { among, Database, selectRows, type Transaction } from '../../platform/database/index.ts';
import { Jobs, type Lease } from '../../platform/jobs/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { LiveSegments } from './live-segments.ts';
import { MemberFactsRow } from './member-facts.entity.ts';
import { RulePlacements } from './rule-placements.ts';
import { DefinedSegment, keyOfSegment } from './segment-definition.entity.ts';

export const SEGMENT_PLACING_JOB = 'segment-placing';
const EVERY_MS = 15_000;
const BATCH = 500;

/** Thrown inside a batch when the segment got another version meanwhile: its search begins anew. */
class Overtaken extends Error {}

/**
 * Seeks the members of a segment once it has another rule, and sends them away once it has none. Where it is stands in
 * the segment's row, together with what was found: a run that was cut off goes on there.
 */
@Injectable()
export class PlacingRun implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly identity: Identity,
    private readonly live: LiveSegments,
    private readonly rules: RulePlacements,
  ) {}

  onModuleInit(): void {
    this.jobs.every(SEGMENT_PLACING_JOB, EVERY_MS, (lease) => this.turn(lease), { isStoppable: true });
  }

  /** @returns when nobody is sought any more, or the run is to end. */
  async turn(lease: Lease): Promise<void> {
    while (!(await lease.isCancelled())) {
      const segment = await this.database.read.findOne(DefinedSegment, {
        where: { placingAfter: Not(IsNull()) },
        order: { segmentNo: 'ASC' },
      });
      if (segment === null) return;
      // SQLite answers on the spot, so that batch after batch would follow without anybody else being heard.
      await letOthersIn();
      await this.placeBatch(lease, segment, await this.identity.highestNumber());
    }
  }

  /** One batch, together with how far the search has come. */
  private async placeBatch(lease: Lease, segment: DefinedSegment, total: number): Promise<void> {
    const page = await this.database.read.find(MemberFactsRow, {
      select: { memberNo: true },
      where: { memberNo: MoreThan(segment.placingAfter ?? 0) },
      order: { memberNo: 'ASC' },
      take: BATCH,
    });
    const memberNos = page.map(({ memberNo }) => memberNo);
    const last = memberNos.length < BATCH ? null : (memberNos.at(-1) ?? null);
    try {
      await this.database.runInTransaction(async (tx) => {
        await this.identity.lockMembers(tx, memberNos);
        await this.placeInside(tx, segment, memberNos);
        await this.advance(tx, segment, last);
        const units = last === null ? null : { done: last, total };
        await lease.saveProgress(tx, { segmentId: segment.segmentId, after: last }, units);
      });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }

  private async placeInside(
    tx: Transaction,
    { segmentId, segmentNo }: DefinedSegment,
    memberNos: readonly number[],
  ): Promise<void> {
    if (memberNos.length === 0) return;
    // Read under the lock: a run of scoring may have replaced the rows since the page was chosen.
    const rows = await selectRows(tx.manager, MemberFactsRow, among('member_no', memberNos));
    const segments = await this.live.list(tx.manager);
    const asked = segments.filter((each) => each.segmentId === segmentId);
    await this.rules.place(tx, rows, asked, keyOfSegment(segmentNo));
  }

  /** @throws {Overtaken} */
  private async advance(
    tx: Transaction,
    { segmentId, placingNo }: DefinedSegment,
    placingAfter: number | null,
  ): Promise<void> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(DefinedSegment)
      .set({ placingAfter })
      .where({ segmentId, placingNo })
      .execute();
    if (affected !== 1) throw new Overtaken();
  }
}
