import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { among, Database, selectRows, type Transaction, upsertRows } from '../../platform/database/index.ts';
import type { Assessment } from './assess-member.ts';
import type { IntervalBounds } from './interval-bounds.ts';
import { planInterval, type ContentOf } from './plan-intervals.ts';
import { refusedText } from './refused-text.ts';
import { RelationInterval } from './relation-interval.entity.ts';
import { RfeScoreRow } from './rfe-score.entity.ts';
import { Score } from './score.entity.ts';
import { ScoringHead } from './scoring-head.entity.ts';
import { type ScoringCause, ScoringRun } from './scoring-run.entity.ts';
import { TieScoreRow } from './tie-score.entity.ts';

type Last<Row> = ReadonlyMap<number, Row>;

/** What is stored of a batch of members before a run. */
export interface StoredState {
  /** Up to which facts and day each was scored; new members are absent. */
  readonly heads: ReadonlyMap<number, ScoringHead>;
  /** The last interval of each kind, open or closed. */
  readonly score: Last<Score>;
  readonly rfe: Last<RfeScoreRow>;
  readonly tie: Last<TieScoreRow>;
  readonly relation: Last<RelationInterval>;
}

/** Keeps what scoring finds as intervals; a computation older than what is stored is refused. */
@Injectable()
export class ScoreStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Reads for a batch whose clocks the transaction holds. */
  async stored(tx: Transaction, memberNos: readonly number[]): Promise<StoredState> {
    // One after the other: a transaction has one connection.
    return {
      heads: await this.heads(tx, memberNos),
      score: await lastIntervals(tx.manager, Score, memberNos),
      rfe: await lastIntervals(tx.manager, RfeScoreRow, memberNos),
      tie: await lastIntervals(tx.manager, TieScoreRow, memberNos),
      relation: await lastIntervals(tx.manager, RelationInterval, memberNos),
    };
  }

  /**
   * Writes what changed, and that there was a run.
   * @returns the assessments that were taken; those with an older seq or asOf than stored are left out.
   */
  async write(
    tx: Transaction,
    stored: StoredState,
    assessments: readonly Assessment[],
    cause: ScoringCause,
  ): Promise<readonly Assessment[]> {
    const fresh = assessments.filter(({ input, asOf }) => {
      const head = stored.heads.get(input.memberNo);
      return head === undefined || (input.seq >= head.seq && asOf >= head.asOf);
    });
    if (fresh.length === 0) return [];
    const now = this.clock.now();
    await this.advanceHeads(tx, fresh, now);
    await this.noteRuns(tx, fresh, cause, now);
    await writeIntervals(tx, Score, stored.score, fresh, now, ({ kept }) => kept.score);
    await writeIntervals(tx, RfeScoreRow, stored.rfe, fresh, now, ({ kept }) => kept.rfe);
    await writeIntervals(tx, TieScoreRow, stored.tie, fresh, now, ({ kept }) => kept.tie);
    await writeIntervals(tx, RelationInterval, stored.relation, fresh, now, ({ kept }) => kept.relation);
    return fresh;
  }

  /** The stage interval that is open; outside a run. */
  async openRelation(memberNo: number): Promise<RelationInterval | null> {
    return (await this.openRelations([memberNo])).get(memberNo) ?? null;
  }

  /** The stage intervals that are open, by member; outside a run. */
  async openRelations(memberNos: readonly number[]): Promise<ReadonlyMap<number, RelationInterval>> {
    const last = await lastIntervals(this.database.read, RelationInterval, memberNos);
    return new Map([...last].filter(([, { toSeq }]) => toSeq === null));
  }

  private async heads(
    tx: Transaction,
    memberNos: readonly number[],
  ): Promise<ReadonlyMap<number, ScoringHead>> {
    if (memberNos.length === 0) return new Map();
    const { sql, values } = among('member_no', memberNos);
    const lock = this.database.engine === 'mysql' ? ' FOR UPDATE' : '';
    const where = { sql: `${sql} ORDER BY member_no${lock}`, values };
    const heads = await selectRows(tx.manager, ScoringHead, where);
    return new Map(heads.map((head) => [head.memberNo, head]));
  }

  private async advanceHeads(tx: Transaction, fresh: readonly Assessment[], scoredAt: number): Promise<void> {
    const rows = fresh.map(({ input: { memberNo, seq }, asOf }) => ({ memberNo, seq, asOf, scoredAt }));
    await upsertRows(tx, ScoringHead, rows);
  }

  private async noteRuns(
    tx: Transaction,
    fresh: readonly Assessment[],
    cause: ScoringCause,
    scoredAt: number,
  ): Promise<void> {
    const rows = fresh.map(({ input, asOf }) => {
      const { memberNo, seq, isMerged, isServed, isProfiled, isAccountReadable } = input;
      const allowed = {
        isMerged,
        isServed,
        isProfiled,
        isAccountReadable,
        refused: refusedText(input.refused),
      };
      return { memberNo, asOf, seq, cause, ...allowed, scoredAt };
    });
    // The cause of the first run with these facts stays.
    await upsertRows(tx, ScoringRun, rows, [
      'isMerged',
      'isServed',
      'isProfiled',
      'isAccountReadable',
      'refused',
      'scoredAt',
    ]);
  }
}

async function lastIntervals<Row extends IntervalBounds>(
  manager: EntityManager,
  entity: new () => Row,
  memberNos: readonly number[],
): Promise<Last<Row>> {
  if (memberNos.length === 0) return new Map();
  const { tableName } = manager.connection.getMetadata(entity);
  const { sql, values } = among('member_no', memberNos);
  const rows = await selectRows(manager, entity, {
    sql: `(member_no, interval_no) IN (SELECT member_no, MAX(interval_no) FROM ${tableName} WHERE ${sql} GROUP BY member_no)`,
    values,
  });
  return new Map(rows.map((row) => [row.memberNo, row]));
}

/** Closes and opens in one statement: closing rewrites the two bounds of a row whose key is known. */
async function writeIntervals<Row extends IntervalBounds>(
  tx: Transaction,
  entity: new () => Row,
  last: Last<Row>,
  assessments: readonly Assessment[],
  recordedAt: number,
  contentOf: (assessment: Assessment) => ContentOf<Row> | null,
): Promise<void> {
  const rows = assessments.flatMap((assessment) => {
    const { memberNo, seq } = assessment.input;
    const moment = { memberNo, seq, asOf: assessment.asOf, recordedAt };
    const { close, open } = planInterval<Row>(contentOf(assessment), last.get(memberNo) ?? null, moment);
    return [close, open].filter((row) => row !== null);
  });
  await upsertRows(tx, entity, rows, ['toSeq', 'toAsOf']);
}
