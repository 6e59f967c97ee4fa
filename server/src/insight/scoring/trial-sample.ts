import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.ts';
import { Identity } from '../../records/identity/index.ts';

/** Members computed for one trial at most; a firm that has more is sampled. */
export const TRIAL_MAX = 800;
/** Stretches of the register a sample is taken from, and how many chunks it is computed in. */
const STRETCHES = 20;
const CHUNKS = 10;

/** Where the kind of thing that is kept of a member stands. */
export type TrialTable = 'scores' | 'rfe_scores' | 'tie_scores' | 'relation_intervals';

export interface TrialSample {
  /** Each chunk is as evenly spread as the whole, so that a trial may end after any of them. */
  readonly chunks: readonly (readonly number[])[];
  readonly isWhole: boolean;
}

/** Members of whom something is kept: all of them, or as many from each stretch of the register. */
@Injectable()
export class TrialSamples {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  async of(table: TrialTable): Promise<TrialSample> {
    const all = await this.#keptAfter(table, 0, TRIAL_MAX + 1);
    if (all.length <= TRIAL_MAX) return { chunks: dealt(all), isWhole: true };
    const step = Math.ceil((await this.identity.highestNumber()) / STRETCHES);
    const found = await Promise.all(
      Array.from({ length: STRETCHES }, async (_, at) => {
        const page = await this.#keptAfter(table, at * step, TRIAL_MAX / STRETCHES);
        return page.filter((memberNo) => memberNo <= (at + 1) * step);
      }),
    );
    return { chunks: dealt(found.flat()), isWhole: false };
  }

  async #keptAfter(table: TrialTable, memberNo: number, limit: number): Promise<readonly number[]> {
    const rows: readonly { memberNo: number | string }[] = await this.database.read.query(
      `SELECT DISTINCT member_no AS memberNo FROM ${table}
       WHERE member_no > ? AND to_seq IS NULL ORDER BY member_no LIMIT ?`,
      [memberNo, limit],
    );
    return rows.map((row) => Number(row.memberNo));
  }
}

/** As cards are dealt: the first chunk gets the first, the eleventh, the twenty-first … */
function dealt(memberNos: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: CHUNKS }, (_, chunk) =>
    memberNos.filter((_memberNo, at) => at % CHUNKS === chunk),
  ).filter((chunk) => chunk.length > 0);
}
