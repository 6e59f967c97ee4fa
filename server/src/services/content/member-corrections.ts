import { Injectable } from '@nestjs/common';
import type { CorrectionPage } from '@siyu/shared/contracts/content';
import { In, IsNull } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Fragment, type Question } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { correctionNotFound } from './content.errors.ts';
import { CorrectionReceipt, LessonWithdrawal } from './withdrawal.entity.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const Counted = z.array(z.tuple([z.coerce.number()]));

/** What members are told of lessons they read that were withdrawn. */
@Injectable()
export class MemberCorrections {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
  ) {}

  /** The latest first; under whichever registration it was read. */
  async list(memberNo: number, limit: number, cursor: string | undefined): Promise<CorrectionPage> {
    const numbers = await this.identity.numbersOf(memberNo);
    const matching = this.database.read
      .createQueryBuilder(CorrectionReceipt, 'receipt')
      .where({ memberNo: In([...numbers]) });
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere(
        '(receipt.toldAt < :at OR (receipt.toldAt = :at AND receipt.withdrawalId < :withdrawalId))',
        { at: after[0], withdrawalId: after[1] },
      );
    const found = await matching
      .orderBy('receipt.toldAt', 'DESC')
      .addOrderBy('receipt.withdrawalId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const withdrawals = await this.database.read.findBy(LessonWithdrawal, {
      withdrawalId: In(page.map(({ withdrawalId }) => withdrawalId)),
    });
    const byId = new Map(withdrawals.map((each) => [each.withdrawalId, each]));
    return {
      corrections: page.flatMap(({ withdrawalId, seenAt }) => {
        const withdrawal = byId.get(withdrawalId);
        if (withdrawal === undefined) return [];
        const { title, correction, withdrawnAt } = withdrawal;
        return [
          {
            correctionId: withdrawalId,
            title,
            correction,
            withdrawnAt: new Date(withdrawnAt).toISOString(),
            isSeen: seenAt !== null,
          },
        ];
      }),
      nextCursor: last === undefined ? null : encodeCursor([last.toldAt, last.withdrawalId]),
    };
  }

  /** The first time counts. @throws {AppError} content.correction_not_found for what the member was never told */
  async noteSeen(memberNo: number, withdrawalId: string): Promise<void> {
    const seenAt = this.clock.now();
    const own = { memberNo: In([...(await this.identity.numbersOf(memberNo))]), withdrawalId };
    await this.database.runInTransaction(async ({ manager }) => {
      if (!(await manager.existsBy(CorrectionReceipt, own))) throw correctionNotFound();
      await manager.update(CorrectionReceipt, { ...own, seenAt: IsNull() }, { seenAt });
    });
  }

  /**
   * How many the person has not seen, as a question for a joint read.
   * @param own the numbers in the column `member_no`
   */
  unseenOf({ sql, values }: Fragment): Question<number> {
    return {
      selects: [
        {
          sql: `SELECT COUNT(*) AS unseen FROM (${sql}) own JOIN correction_receipts r ON r.member_no = own.member_no WHERE r.seen_at IS NULL`,
          values,
          columns: ['unseen'],
        },
      ],
      read: ([rows]) => Counted.parse(rows)[0]?.[0] ?? 0,
    };
  }
}
