import { STAGES, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { EntityManager } from 'typeorm';
import { among } from '../../platform/database/index.ts';

/** A member at a value of their clock, on the eve of a day. */
export interface StageMoment {
  readonly memberNo: number;
  readonly seq: number;
  /** Exclusive day boundary, 00:00 Shanghai. */
  readonly asOf: number;
}

/** A stage of a member from a moment of their clock to another one, exclusive; the last one still holds. */
interface HeldStage {
  readonly stage: StageCode | null;
  readonly fromSeq: number;
  readonly fromAsOf: number;
  readonly toSeq: number | null;
  readonly toAsOf: number | null;
}

/**
 * The stages that were kept of members. A fact cannot be written while its member is scored, so once a seq is committed
 * what was kept at the one before never changes.
 */
export class StageLines {
  private constructor(private readonly lines: ReadonlyMap<number, readonly HeldStage[]>) {}

  /** Every stage that members were ever kept at. */
  static read(manager: EntityManager, memberNos: readonly number[]): Promise<StageLines> {
    return StageLines.#where(manager, memberNos, '', []);
  }

  /** Only what was not over at the earliest of some moments, for whoever asks for these and no others. */
  static async readFor(manager: EntityManager, moments: readonly StageMoment[]): Promise<StageLines> {
    const memberNos = [...new Set(moments.map(({ memberNo }) => memberNo))];
    const seq = Math.min(...moments.map((each) => each.seq));
    const asOf = Math.min(...moments.map((each) => each.asOf));
    const isNotOver = 'AND (to_seq IS NULL OR to_seq > ? OR to_as_of IS NULL OR to_as_of > ?)';
    return StageLines.#where(manager, memberNos, isNotOver, [seq, asOf]);
  }

  static async #where(
    manager: EntityManager,
    memberNos: readonly number[],
    condition: string,
    bounds: readonly number[],
  ): Promise<StageLines> {
    const lines = new Map<number, HeldStage[]>();
    if (memberNos.length === 0) return new StageLines(lines);
    const { sql, values } = among('member_no', memberNos);
    const rows: readonly (Record<'memberNo' | 'fromSeq' | 'fromAsOf', number | string> &
      Record<'toSeq' | 'toAsOf', number | string | null> & { stage: string })[] = await manager.query(
      `SELECT member_no AS memberNo, stage, from_seq AS fromSeq, from_as_of AS fromAsOf, to_seq AS toSeq, to_as_of AS toAsOf
       FROM relation_intervals WHERE ${sql} ${condition} ORDER BY member_no, interval_no`,
      [...values, ...bounds],
    );
    for (const { memberNo, stage, fromSeq, fromAsOf, toSeq, toAsOf } of rows) {
      const line = lines.get(Number(memberNo)) ?? [];
      lines.set(Number(memberNo), line);
      line.push({
        stage: STAGES.find((each) => each === stage) ?? null,
        fromSeq: Number(fromSeq),
        fromAsOf: Number(fromAsOf),
        toSeq: toSeq === null ? null : Number(toSeq),
        toAsOf: toAsOf === null ? null : Number(toAsOf),
      });
    }
    return new StageLines(lines);
  }

  /** The stage that was kept of a member at a moment; null where nothing was kept. */
  at({ memberNo, seq, asOf }: StageMoment): StageCode | null {
    const held = this.lines
      .get(memberNo)
      ?.filter((each) => each.fromSeq <= seq && each.fromAsOf <= asOf)
      .at(-1);
    if (held === undefined) return null;
    const { toSeq, toAsOf, stage } = held;
    return toSeq !== null && toAsOf !== null && toSeq <= seq && toAsOf <= asOf ? null : stage;
  }
}
