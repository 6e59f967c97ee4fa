import type { EntityManager } from 'typeorm';
import type { Identity, Person } from '../../../records/identity/index.ts';
import type { ReplayPerson, ReplayWindow } from './decide-person.ts';
import { readPersons } from './read-persons.ts';
import type { PersonSource } from './replay.ts';

/** Looked up at a time. */
const MEMBERS = 64;
/** Read with what they did: few, since SQLite reads within the process, where others wait for their turn. */
const READ = 8;
const NEXT = `SELECT DISTINCT member_no AS memberNo FROM earning_facts WHERE member_no > ?
  ORDER BY member_no LIMIT ${MEMBERS}`;

/** Everybody who ever did something that could earn, in the order of the numbers under which it is kept. */
export class StoredPersons implements PersonSource {
  constructor(
    private readonly manager: EntityManager,
    private readonly identity: Pick<Identity, 'personsOf'>,
    private readonly window: ReplayWindow,
    private readonly asksStage: boolean,
  ) {}

  async *everybody(): AsyncGenerator<readonly ReplayPerson[]> {
    // Whoever has several registrations comes once, with the first of them.
    const merged = new Set<number>();
    for (let after = 0; ;) {
      const next: readonly { memberNo: number | string }[] = await this.manager.query(NEXT, [after]);
      const numbers = next.map(({ memberNo }) => Number(memberNo));
      const last = numbers.at(-1);
      if (last === undefined) return;
      after = last;
      const persons = await this.identity.personsOf(numbers);
      const fresh = [...persons].filter(([, { memberNo }]) => !merged.has(memberNo));
      for (const [, { memberNo, numbers: own }] of fresh) if (own.length > 1) merged.add(memberNo);
      yield* this.#read(fresh);
    }
  }

  async *these(memberNos: readonly number[]): AsyncGenerator<readonly ReplayPerson[]> {
    for (let at = 0; at < memberNos.length; at += MEMBERS) {
      const persons = await this.identity.personsOf(memberNos.slice(at, at + MEMBERS));
      yield* this.#read([...persons]);
    }
  }

  async *#read(persons: readonly (readonly [number, Person])[]): AsyncGenerator<readonly ReplayPerson[]> {
    // Two registrations of one person are read together.
    const each = [...new Map(persons.map(([, person]) => [person.memberNo, person])).entries()];
    for (let at = 0; at < each.length; at += READ)
      yield await readPersons(this.manager, new Map(each.slice(at, at + READ)), this.window, this.asksStage);
  }
}
