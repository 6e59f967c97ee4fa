import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { among, Database } from '../../platform/database/index.ts';

const Numbers = z.array(z.object({ memberNo: z.coerce.number() }));

/** Who asks the firm's advisers something below a text. */
@Injectable()
export class Questions {
  constructor(private readonly database: Database) {}

  /** Those of these numbers who asked from one instant to another, exclusive; a question that was refused counts too. */
  async askedBy(numbers: readonly number[], from: number, until: number): Promise<ReadonlySet<number>> {
    if (numbers.length === 0) return new Set();
    const own = among('member_no', numbers);
    const rows: unknown = await this.database.read.query(
      `SELECT DISTINCT member_no AS memberNo FROM lesson_comments
       WHERE ${own.sql} AND written_at >= ? AND written_at < ? AND kind = 'QUESTION'`,
      [...own.values, from, until],
    );
    return new Set(Numbers.parse(rows).map(({ memberNo }) => memberNo));
  }
}
