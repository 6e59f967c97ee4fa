import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { AdviserBook } from './adviser-book.service.ts';
import { MemberAdviser } from './member-adviser.entity.ts';

/** Books that go from one of the staff to another, registration by registration. */
@Injectable()
export class BookHandover {
  constructor(
    private readonly database: Database,
    private readonly book: AdviserBook,
  ) {}

  /** How many registrations each of them looks after. */
  async sizesOf(staffIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (staffIds.length === 0) return new Map();
    const rows = await this.database.read
      .createQueryBuilder(MemberAdviser, 'one')
      .select('one.staffId', 'staffId')
      .addSelect('COUNT(*)', 'members')
      .where({ staffId: In([...staffIds]), unboundAt: IsNull() })
      .groupBy('one.staffId')
      .getRawMany<{ staffId: string; members: number | string }>();
    return new Map(rows.map(({ staffId, members }) => [staffId, Number(members)]));
  }

  /** Binds the next of them to somebody else. @returns their numbers; none: nobody is left */
  async moveNext(tx: Transaction, fromId: string, toId: string, limit: number): Promise<readonly number[]> {
    const rows = await tx.manager.find(MemberAdviser, {
      select: { memberNo: true },
      where: { staffId: fromId, unboundAt: IsNull() },
      order: { memberNo: 'ASC' },
      take: limit,
    });
    const memberNos = rows.map(({ memberNo }) => memberNo);
    for (const memberNo of memberNos) await this.book.bind(tx, memberNo, toId);
    return memberNos;
  }
}
