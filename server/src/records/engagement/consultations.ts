import { Injectable } from '@nestjs/common';
import type { ServerEventType } from '@siyu/shared/contracts/engagement.limits';
import { dayOfInstant } from '@siyu/shared/time';
import { z } from 'zod';
import { among, Database } from '../../platform/database/index.ts';

const Numbers = z.array(z.object({ memberNo: z.coerce.number() }));
/** Any of them says that member and firm spoke with each other; a rating comes later and says nothing new. */
const KINDS: readonly ServerEventType[] = [
  'consultation_requested',
  'consultation_replied',
  'consultation_closed',
];

/** Who had a consultation. */
@Injectable()
export class Consultations {
  constructor(private readonly database: Database) {}

  /**
   * Those of these numbers whose log has a consultation from one instant to another.
   * @param until exclusive, the beginning of a day: the log is counted by days
   */
  async hadBy(numbers: readonly number[], from: number, until: number): Promise<ReadonlySet<number>> {
    if (numbers.length === 0) return new Set();
    const [own, kinds] = [among('member_no', numbers), among('type', KINDS)];
    const rows: unknown = await this.database.read.query(
      `SELECT DISTINCT member_no AS memberNo FROM engagement_days
       WHERE ${own.sql} AND day >= ? AND day < ? AND ${kinds.sql} AND last_at >= ?`,
      [...own.values, dayOfInstant(from), dayOfInstant(until), ...kinds.values, from],
    );
    return new Set(Numbers.parse(rows).map(({ memberNo }) => memberNo));
  }
}
