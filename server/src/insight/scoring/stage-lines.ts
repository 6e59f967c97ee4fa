import { STAGES, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import type { EntityManager } from 'typeorm';
import { among } from '../../platform/database/index.ts';
import type { StageMoment } from './stages-at.ts';

/** A stage of a member from a moment of their clock to another one, exclusive; the last one still holds. */
interface HeldStage {
  readonly stage: StageCode | null;
  readonly fromSeq: number;
  readonly fromAsOf: number;
  readonly toSeq: number | null;
  readonly toAsOf: number | null;
}

/** Every stage that members were ever kept at, for whoever asks for more moments of each than `stagesAt` does. */
export class StageLines {
  private constructor(private readonly lines: ReadonlyMap<number, readonly HeldStage[]>) {}

  static async read(manager: EntityManager, memberNos: readonly number[]): Promise<StageLines> {
    const lines = new Map<number, HeldStage[]>();
    if (memberNos.length === 0) return new StageLines(lines);
    const { sql, values } = among('member_no', memberNos);
    const rows: readonly (Record<'memberNo' | 'fromSeq' | 'fromAsOf', number | string> &
      Record<'toSeq' | 'toAsOf', number | string | null> & { stage: string })[] = await manager.query(
      `SELECT member_no AS memberNo, stage, from_seq AS fromSeq, from_as_of AS fromAsOf, to_seq AS toSeq, to_as_of AS toAsOf
       FROM relation_intervals WHERE ${sql} ORDER BY member_no, interval_no`,
      [...values],
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

  /** The same as `stagesAt` says of the moment. */
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
