import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { DefinedSegment } from './segment-definition.entity.ts';
import { draftChanged, segmentNotFound } from './segments.errors.ts';

const Shelved = z.array(
  z.object({ segmentId: z.string(), segmentNo: z.number(), name: z.string(), state: z.string() }),
);
export type ShelvedSegment = z.infer<typeof Shelved>[number];
type Change = Partial<
  Pick<
    DefinedSegment,
    | 'name'
    | 'purpose'
    | 'state'
    | 'liveVersion'
    | 'holdoutPercent'
    | 'draftRule'
    | 'draftHoldoutPercent'
    | 'authorId'
  >
>;

/** The definitions while one of them is being changed. */
@Injectable()
export class SegmentShelf {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes whoever changes a definition wait for the others, since each may ask for any: of two that would close a
   * circle the second sees the first. On SQLite there is one writer anyway.
   */
  async lock({ manager }: Transaction): Promise<readonly ShelvedSegment[]> {
    const lock = this.database.engine === 'mysql' ? ' FOR UPDATE' : '';
    return Shelved.parse(
      await manager.query(
        `SELECT segment_id AS segmentId, segment_no AS segmentNo, name, state FROM segment_definitions ORDER BY segment_no${lock}`,
      ),
    );
  }

  /**
   * The definition as its changer saw it.
   * @throws {AppError} segments.not_found, segments.draft_changed
   */
  async take({ manager }: Transaction, segmentId: string, revision: number): Promise<DefinedSegment> {
    const kept = await manager.findOneBy(DefinedSegment, { segmentId });
    if (kept === null) throw segmentNotFound();
    if (kept.revision !== revision) throw draftChanged();
    return kept;
  }

  async change({ manager }: Transaction, kept: DefinedSegment, change: Change): Promise<void> {
    const { draftRule, ...plain } = change;
    await manager
      .createQueryBuilder()
      .update(DefinedSegment)
      .set({
        ...plain,
        ...('draftRule' in change && { draftRule: () => ':draftRule' }),
        revision: kept.revision + 1,
        changedAt: this.clock.now(),
      })
      .setParameter('draftRule', draftRule === null ? null : JSON.stringify(draftRule))
      .where({ segmentId: kept.segmentId })
      .execute();
  }
}
