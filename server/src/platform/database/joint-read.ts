import { z } from 'zod';
import type { Database } from './database.ts';

/** A piece of SQL with the values of its marks. */
export interface Fragment {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}
/** One table of an answer: `columns` names what the statement selects. */
export interface Select extends Fragment {
  readonly columns: readonly string[];
}
type Cells = readonly unknown[];
/** What a module wants to know of its own tables, to be asked together with the questions of others. */
export interface Question<Answer> {
  readonly selects: readonly Select[];
  /** Gets the rows of each select, cells in the order of its columns; rows come in no order. */
  readonly read: (tables: readonly Cells[][]) => Answer;
}

const Rows = z.array(z.array(z.unknown()));
/** One engine hands over the text, the other what it says; an aggregate over nothing may be null. */
const Table = z.union([
  z.null().transform(() => []),
  z.string().transform((text) => Rows.parse(JSON.parse(text))),
  Rows,
]);
const Answer = z.tuple([z.record(z.string(), Table)]);

/**
 * Asks several questions in one statement: what a page needs of many modules costs one way to the database, and all
 * of it is of one moment. Each select becomes a JSON array, since both engines can make one of a subquery.
 * @example
 * const joint = new JointRead(database);
 * const facts = joint.add(segments.factsOf(7));
 * await joint.run();
 * facts()
 */
export class JointRead {
  readonly #selects: Select[] = [];
  #tables: readonly Cells[][] | null = null;

  constructor(private readonly database: Database) {}

  /** @returns gives the answer once `run` has resolved */
  add<Answer>({ selects, read }: Question<Answer>): () => Answer {
    const from = this.#selects.length;
    this.#selects.push(...selects);
    return () => {
      if (this.#tables === null) throw new Error('the questions have not been asked yet');
      return read(this.#tables.slice(from, from + selects.length));
    };
  }

  async run(): Promise<void> {
    if (this.#selects.length === 0) {
      this.#tables = [];
      return;
    }
    const parts = this.#selects.map(
      ({ sql, columns }, at) => `(SELECT ${this.#arrayOf(columns)} FROM (${sql}) q${at}) t${at}`,
    );
    const values = this.#selects.flatMap((select) => [...select.values]);
    const [tables] = Answer.parse(await this.database.read.query(`SELECT ${parts.join(', ')}`, values));
    this.#tables = this.#selects.map((_, at) => tables[`t${at}`] ?? []);
  }

  #arrayOf(columns: readonly string[]): string {
    const cells = columns.join(', ');
    return this.database.engine === 'sqlite'
      ? `json_group_array(json_array(${cells}))`
      : `JSON_ARRAYAGG(JSON_ARRAY(${cells}))`;
  }
}
