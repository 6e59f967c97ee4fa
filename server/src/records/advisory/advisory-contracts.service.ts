import { Injectable } from '@nestjs/common';
import { dayOfInstant } from '@siyu/shared/time';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Fragment, JointRead, type Question } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';

const Found = z.array(z.tuple([z.string()]));

/** The one gate before advice: whether a contract is in force today (REQ-ADV-2). */
@Injectable()
export class AdvisoryContracts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
  ) {}

  /** Under any registration that is the member's. */
  async isActiveFor(memberNo: number): Promise<boolean> {
    const joint = new JointRead(this.database);
    const isActive = joint.add(this.activeFor(this.identity.numbersTable(memberNo)));
    await joint.run();
    return isActive();
  }

  /**
   * The same as a question for a joint read.
   * @param own the numbers of one person in the column `member_no`
   */
  activeFor({ sql, values }: Fragment): Question<boolean> {
    const today = dayOfInstant(this.clock.now());
    return {
      selects: [
        {
          sql: `SELECT a.contract_id FROM (${sql}) own JOIN advisory_contracts a ON a.member_no = own.member_no WHERE a.valid_from <= ? AND a.valid_until >= ? AND a.ended_at IS NULL`,
          values: [...values, today, today],
          columns: ['contract_id'],
        },
      ],
      read: ([rows]) => Found.parse(rows).length > 0,
    };
  }
}
