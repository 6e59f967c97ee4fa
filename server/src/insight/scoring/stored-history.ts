import { Injectable } from '@nestjs/common';
import type { EpochDay } from '@siyu/shared/time';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '../../platform/database/index.ts';
import type { IntervalBounds } from './interval-bounds.ts';
import { RelationInterval } from './relation-interval.entity.ts';
import { RfeScoreRow } from './rfe-score.entity.ts';
import { Score } from './score.entity.ts';
import { ScoringRun } from './scoring-run.entity.ts';
import { TieScoreRow } from './tie-score.entity.ts';

/** The interval of each kind that held; null where none did. */
export interface StoredIntervals {
  readonly score: Score | null;
  readonly rfe: RfeScoreRow | null;
  readonly tie: TieScoreRow | null;
  readonly relation: RelationInterval | null;
}

/** What was stored of a member, and when it was looked at. */
@Injectable()
export class StoredHistory {
  constructor(private readonly database: Database) {}

  /** The last run for a day or one before it: what it left was in force on that day. */
  runInForce(memberNo: number, asOf: EpochDay): Promise<ScoringRun | null> {
    return this.database.read.findOne(ScoringRun, {
      where: { memberNo, asOf: LessThanOrEqual(asOf) },
      order: { asOf: 'DESC', seq: 'DESC' },
    });
  }

  runAt(memberNo: number, asOf: EpochDay, seq: number): Promise<ScoringRun | null> {
    return this.database.read.findOneBy(ScoringRun, { memberNo, asOf, seq });
  }

  /** The last run that knew no more than `seq`: what was permitted then. */
  runKnowing(memberNo: number, seq: number): Promise<ScoringRun | null> {
    return this.database.read.findOne(ScoringRun, {
      where: { memberNo, seq: LessThanOrEqual(seq) },
      order: { seq: 'DESC', asOf: 'DESC' },
    });
  }

  async intervalsAt(memberNo: number, asOf: EpochDay, seq: number): Promise<StoredIntervals> {
    const [score, rfe, tie, relation] = await Promise.all([
      this.intervalAt(Score, memberNo, asOf, seq),
      this.intervalAt(RfeScoreRow, memberNo, asOf, seq),
      this.intervalAt(TieScoreRow, memberNo, asOf, seq),
      this.intervalAt(RelationInterval, memberNo, asOf, seq),
    ]);
    return { score, rfe, tie, relation };
  }

  /** Intervals follow each other in day and in seq, so the last that had begun is the only one that can hold. */
  private async intervalAt<Row extends IntervalBounds>(
    entity: new () => Row,
    memberNo: number,
    asOf: EpochDay,
    seq: number,
  ): Promise<Row | null> {
    const row = await this.database.read
      .createQueryBuilder(entity, 'held')
      .where('held.memberNo = :memberNo AND held.fromAsOf <= :asOf AND held.fromSeq <= :seq', {
        memberNo,
        asOf,
        seq,
      })
      .orderBy('held.intervalNo', 'DESC')
      .getOne();
    if (row === null || row.toSeq === null || row.toAsOf === null) return row;
    return row.toSeq <= seq && row.toAsOf <= asOf ? null : row;
  }
}
