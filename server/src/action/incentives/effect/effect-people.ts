import { Injectable } from '@nestjs/common';
import type { EarningEvent } from '@siyu/shared/incentives';
import { among, Database, type Fragment } from '../../../platform/database/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import type { CountedFact, CountedPerson } from './count-effect.ts';

const PAGE = 200;

type Cell = number | string;
type Given = CountedPerson['given'][number];
interface FactRow {
  readonly memberNo: Cell;
  readonly type: EarningEvent;
  readonly occurredAt: Cell;
  readonly contentId: string | null;
  readonly value: Cell | null;
}
type AwardRow = Readonly<Record<'memberNo' | 'ruleNo' | 'occurredAt' | 'valueFen' | 'state', Cell>>;

/** Everybody who did something that rules thank for, page by page; a handful of statements a page. */
@Injectable()
export class EffectPeople {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
  ) {}

  /**
   * Persons once each, whatever registrations they have; none whose account is closed or whose data may not be used.
   * @param ruleNos whose awards are asked for
   * @param since nothing that happened before counts
   */
  async *pages(ruleNos: ReadonlySet<number>, since: number): AsyncGenerator<readonly CountedPerson[]> {
    const met = new Set<number>();
    for (let after: number | undefined = 0; after !== undefined;) {
      const numbers: readonly number[] = await this.#numbersAfter(after);
      after = numbers.length < PAGE ? undefined : numbers.at(-1);
      const standsFor = await this.#standsFor(numbers, met);
      if (standsFor.size === 0) continue;
      const asked = among('member_no', [...standsFor.keys()]);
      const facts = grouped(await this.#factsOf(asked, since), standsFor);
      const given = grouped(await this.#givenTo(asked, ruleNos), standsFor);
      yield [...facts].map(([memberNo, own]) => ({
        memberNo,
        facts: own.sort((one, other) => one.occurredAt - other.occurredAt),
        given: given.get(memberNo) ?? [],
      }));
    }
  }

  async #numbersAfter(after: number): Promise<readonly number[]> {
    const rows: { memberNo: Cell }[] = await this.database.read.query(
      'SELECT DISTINCT member_no AS memberNo FROM earning_facts WHERE member_no > ? ORDER BY member_no LIMIT ?',
      [after, PAGE],
    );
    return rows.map(({ memberNo }) => Number(memberNo));
  }

  /**
   * Every number of those who may be counted, with the one that stands for the person.
   * @param met persons of several registrations, who come with the first of their numbers and never again
   */
  async #standsFor(numbers: readonly number[], met: Set<number>): Promise<ReadonlyMap<number, number>> {
    const permitted = await this.identity.permitted(numbers, 'SERVICE');
    const persons = await this.identity.personsOf(numbers.filter((number) => permitted.has(number)));
    const standsFor = new Map<number, number>();
    for (const person of persons.values())
      if (!met.has(person.memberNo))
        for (const number of person.numbers) standsFor.set(number, person.memberNo);
    for (const person of persons.values()) if (person.numbers.length > 1) met.add(person.memberNo);
    return standsFor;
  }

  async #factsOf({ sql, values }: Fragment, since: number) {
    const rows: FactRow[] = await this.database.read.query(
      `SELECT member_no AS memberNo, type, occurred_at AS occurredAt, content_id AS contentId, value FROM earning_facts
       WHERE ${sql} AND occurred_at >= ? AND withdrawn_at IS NULL AND is_clock_suspect = 0`,
      [...values, since],
    );
    return rows.map(({ memberNo, type, occurredAt, contentId, value }): [number, CountedFact] => [
      Number(memberNo),
      { type, occurredAt: Number(occurredAt), contentId, value: value === null ? null : Number(value) },
    ]);
  }

  async #givenTo({ sql, values }: Fragment, ruleNos: ReadonlySet<number>) {
    // By the key of their members alone: asked for a state or a rule too, SQLite goes through all of those.
    const rows: AwardRow[] = await this.database.read.query(
      `SELECT member_no AS memberNo, rule_no AS ruleNo, occurred_at AS occurredAt, value_fen AS valueFen, state FROM awards
       WHERE ${sql}`,
      [...values],
    );
    const given = rows.filter(({ ruleNo, state }) => state === 'AWARDED' && ruleNos.has(Number(ruleNo)));
    return given.map(({ memberNo, ruleNo, occurredAt, valueFen }): [number, Given] => [
      Number(memberNo),
      { ruleNo: Number(ruleNo), occurredAt: Number(occurredAt), valueFen: Number(valueFen) },
    ]);
  }
}

/** By the number that stands for a person. */
function grouped<Row>(
  rows: readonly (readonly [number, Row])[],
  standsFor: ReadonlyMap<number, number>,
): ReadonlyMap<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const [number, row] of rows) {
    const memberNo = standsFor.get(number) ?? number;
    const own = groups.get(memberNo);
    if (own === undefined) groups.set(memberNo, [row]);
    else own.push(row);
  }
  return groups;
}
