import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../platform/database/index.ts';
import { Identity } from '../../identity/index.ts';
import { BirthYearStatement } from './elder.entity.ts';

/** The year of birth that counts, for whoever may use it. */
@Injectable()
export class BirthYears {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  /** The earliest one that was ever said, under any registration; who said none is absent. Two statements. */
  async of(memberNos: readonly number[]): Promise<ReadonlyMap<number, number>> {
    if (memberNos.length === 0) return new Map();
    const persons = await this.identity.personsOf(memberNos);
    const numbers = [...new Set([...persons.values()].flatMap((person) => person.numbers))];
    const said = await this.database.read.findBy(BirthYearStatement, { memberNo: In(numbers) });
    const years = new Map<number, number>();
    for (const memberNo of memberNos) {
      const own = said.filter((each) => persons.get(memberNo)?.numbers.includes(each.memberNo) === true);
      if (own.length > 0) years.set(memberNo, Math.min(...own.map(({ birthYear }) => birthYear)));
    }
    return years;
  }
}
