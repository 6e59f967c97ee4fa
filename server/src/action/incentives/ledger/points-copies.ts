import { Injectable } from '@nestjs/common';
import type { PointsPostingRow, PointsSummary } from '@siyu/shared/contracts/points';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/index.ts';
import { PointsBalance } from './points-balance.entity.ts';
import { PointsPosting } from './points-posting.entity.ts';
import { PointsSources } from './points-sources.ts';
import { postingRow } from './points-statements.ts';

/** Postings whose sources are asked for at once, so that no statement has more marks than an engine takes. */
const ASKED_AT_ONCE = 1_000;

/** The points of a person under every registration, for the copy of their data. */
@Injectable()
export class PointsCopies {
  constructor(
    private readonly database: Database,
    private readonly sources: PointsSources,
  ) {}

  async balanceOf(numbers: readonly number[]): Promise<Pick<PointsSummary, 'available' | 'pending'>> {
    const balances = await this.database.read.findBy(PointsBalance, { memberNo: In([...numbers]) });
    return {
      available: balances.reduce((sum, { availablePoints }) => sum + availablePoints, 0),
      pending: balances.reduce((sum, { pendingPoints }) => sum + pendingPoints, 0),
    };
  }

  /** The latest first, with what each was for. */
  async statementOf(
    numbers: readonly number[],
    limit: number,
  ): Promise<{ readonly total: number; readonly entries: readonly PointsPostingRow[] }> {
    const { read } = this.database;
    const [postings, total] = await read.findAndCount(PointsPosting, {
      where: { memberNo: In([...numbers]) },
      order: { at: 'DESC', memberNo: 'DESC', postingNo: 'DESC' },
      take: limit,
    });
    const entries: PointsPostingRow[] = [];
    for (let from = 0; from < postings.length; from += ASKED_AT_ONCE) {
      const some = postings.slice(from, from + ASKED_AT_ONCE);
      const wordsOf = await this.sources.describe(read, some);
      for (const posting of some)
        entries.push(postingRow(posting, wordsOf(posting.sourceKind, posting.sourceId)));
    }
    return { total, entries };
  }
}
