import { Injectable } from '@nestjs/common';
import { STAGES, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import { epochDay, type EpochDay } from '@siyu/shared/time';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Assessment } from './assess-member.ts';
import { planRelation, planScore } from './plan-intervals.ts';
import { RelationInterval } from './relation-interval.entity.ts';
import { Score } from './score.entity.ts';
import { ScoringHead } from './scoring-head.entity.ts';

export interface TakenAssessment {
  readonly assessment: Assessment;
  readonly stageReachedOn: EpochDay;
}

/** Keeps scores and stages as intervals; a computation older than what is stored is refused. */
@Injectable()
export class ScoreStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Stage intervals that are open, by member. */
  async heldRelations(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlyMap<number, RelationInterval>> {
    if (memberNos.length === 0) return new Map();
    const rows = await manager.findBy(RelationInterval, { memberNo: In([...memberNos]), toSeq: IsNull() });
    return new Map(rows.map((row) => [row.memberNo, row]));
  }

  /**
   * Writes what changed.
   * @returns the assessments that were taken, with the day on which their stage was reached; those with an
   * older seq or asOf than stored are left out.
   */
  async write(tx: Transaction, assessments: readonly Assessment[]): Promise<readonly TakenAssessment[]> {
    const fresh = await this.advanceHeads(tx, assessments);
    const memberNos = fresh.map(({ input }) => input.memberNo);
    if (memberNos.length === 0) return [];
    const recordedAt = this.clock.now();
    const relations = await this.heldRelations(memberNos, tx.manager);
    const held = await tx.manager.findBy(Score, { memberNo: In(memberNos), toSeq: IsNull() });
    const scores = new Map(held.map((row) => [row.memberNo, row]));
    const lastNos = await this.lastScoreIntervals(tx, memberNos);

    const scorePlans = fresh.map((assessment) => {
      const { memberNo } = assessment.input;
      return planScore(assessment, scores.get(memberNo) ?? null, lastNos.get(memberNo) ?? 0, recordedAt);
    });
    const relationPlans = fresh.map((assessment) =>
      planRelation(assessment, relations.get(assessment.input.memberNo) ?? null, recordedAt),
    );
    await this.apply(tx, Score, scorePlans);
    await this.apply(tx, RelationInterval, relationPlans);
    return fresh.map((assessment, index): TakenAssessment => {
      const row = relationPlans[index]?.open ?? relations.get(assessment.input.memberNo);
      return { assessment, stageReachedOn: epochDay(row?.reachedOn ?? assessment.asOf - 1) };
    });
  }

  /** The day each member was last scored for. */
  async scoredAsOf(
    memberNos: readonly number[],
    manager: EntityManager,
  ): Promise<ReadonlyMap<number, number>> {
    if (memberNos.length === 0) return new Map();
    const heads = await manager.findBy(ScoringHead, { memberNo: In([...memberNos]) });
    return new Map(heads.map((head) => [head.memberNo, head.asOf]));
  }

  private async advanceHeads(tx: Transaction, assessments: readonly Assessment[]): Promise<Assessment[]> {
    const memberNos = assessments.map(({ input }) => input.memberNo);
    if (memberNos.length === 0) return [];
    const query = tx.manager
      .createQueryBuilder(ScoringHead, 'head')
      .where('head.memberNo IN (:...memberNos)', { memberNos })
      .orderBy('head.memberNo');
    if (this.database.engine === 'mysql') query.setLock('pessimistic_write');
    const heads = new Map((await query.getMany()).map((head) => [head.memberNo, head]));
    const fresh = assessments.filter(({ input, asOf }) => {
      const head = heads.get(input.memberNo);
      return head === undefined || (input.seq >= head.seq && asOf >= head.asOf);
    });
    if (fresh.length === 0) return [];
    const scoredAt = this.clock.now();
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(ScoringHead)
      .values(fresh.map(({ input, asOf }) => ({ memberNo: input.memberNo, seq: input.seq, asOf, scoredAt })))
      .orUpdate(['seq', 'as_of', 'scored_at'], ['member_no'])
      .updateEntity(false)
      .execute();
    return fresh;
  }

  private async lastScoreIntervals(
    tx: Transaction,
    memberNos: readonly number[],
  ): Promise<ReadonlyMap<number, number>> {
    const rows = await tx.manager
      .createQueryBuilder(Score, 'score')
      .select('score.memberNo', 'memberNo')
      .addSelect('MAX(score.intervalNo)', 'lastNo')
      .where('score.memberNo IN (:...memberNos)', { memberNos: [...memberNos] })
      .groupBy('score.memberNo')
      .getRawMany<{ memberNo: number | string; lastNo: number | string }>();
    return new Map(rows.map((row) => [Number(row.memberNo), Number(row.lastNo)]));
  }

  /** Closes and opens in one statement: closing rewrites the two bounds of a row whose key is known. */
  private async apply(
    tx: Transaction,
    entity: typeof Score | typeof RelationInterval,
    plans: readonly {
      readonly close: Score | RelationInterval | null;
      readonly open: Score | RelationInterval | null;
    }[],
  ): Promise<void> {
    const rows = plans.flatMap(({ close, open }) => [close, open]).filter((row) => row !== null);
    if (rows.length === 0) return;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows)
      .orUpdate(['to_seq', 'to_as_of'], ['member_no', 'interval_no'])
      .updateEntity(false)
      .execute();
  }
}

/** A stage as stored; an unknown one means the row was made by a newer program and must not be guessed at. */
export function stageOf(row: RelationInterval): StageCode {
  const stage = STAGES.find((code) => code === row.stage);
  if (stage === undefined) throw new RangeError(`unknown relation stage ${row.stage}`);
  return stage;
}
