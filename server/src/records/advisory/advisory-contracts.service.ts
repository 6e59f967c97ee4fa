import { Injectable } from '@nestjs/common';
import { dayOfInstant } from '@siyu/shared/time';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { among, Database, type Fragment, JointRead, type Question } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';

const Numbers = z.array(z.object({ memberNo: z.number() }));
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

  /** Those of many for whom one is in force today, under any registration that is theirs. */
  async activeAmong(
    memberNos: readonly number[],
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlySet<number>> {
    if (memberNos.length === 0) return new Set();
    const today = dayOfInstant(this.clock.now());
    const persons = await this.identity.personsOf(memberNos);
    const numbers = [...new Set([...persons.values()].flatMap((person) => person.numbers))];
    const own = among('member_no', numbers);
    const rows: unknown = await manager.query(
      `SELECT DISTINCT member_no AS memberNo FROM advisory_contracts
       WHERE ${own.sql} AND valid_from <= ? AND valid_until >= ? AND ended_at IS NULL`,
      [...own.values, today, today],
    );
    const active = new Set(Numbers.parse(rows).map(({ memberNo }) => memberNo));
    return new Set(
      memberNos.filter((memberNo) => persons.get(memberNo)?.numbers.some((number) => active.has(number))),
    );
  }

  /** Those of these numbers for whom one was entered from one instant to another, exclusive, whatever became of it. */
  async enteredFor(numbers: readonly number[], from: number, until: number): Promise<ReadonlySet<number>> {
    if (numbers.length === 0) return new Set();
    const own = among('member_no', numbers);
    const rows: unknown = await this.database.read.query(
      `SELECT DISTINCT member_no AS memberNo FROM advisory_contracts
       WHERE ${own.sql} AND entered_at >= ? AND entered_at < ?`,
      [...own.values, from, until],
    );
    return new Set(Numbers.parse(rows).map(({ memberNo }) => memberNo));
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
