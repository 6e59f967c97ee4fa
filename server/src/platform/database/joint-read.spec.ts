import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, describeOnEngines } from '../../testing/index.ts';
import type { Database } from './database.ts';
import { JointRead, type Question } from './joint-read.ts';

const counter = (name: string): Question<readonly unknown[]> => ({
  selects: [
    {
      sql: 'SELECT value, name FROM content_counters WHERE name = ?',
      values: [name],
      columns: ['name', 'value'],
    },
  ],
  read: ([rows = []]) => rows,
});

describe('questions that are asked together', () => {
  describeOnEngines((engine) => {
    let database: Database;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = await createTestDatabase(engine);
      ({ database, close } = opened);
      await database.runInTransaction(({ manager }) =>
        manager.query("INSERT INTO content_counters (name, value) VALUES ('单', 2147483647), ('b', 2)"),
      );
    }, 60_000);
    afterAll(() => close());

    it('C-13 gives each its own rows, cells in the order that was asked for, and nobody the rows of another', async () => {
      const joint = new JointRead(database);
      const [one, none, two] = [
        joint.add(counter('单')),
        joint.add(counter('absent')),
        joint.add(counter('b')),
      ];
      const both = joint.add({
        selects: [...counter('b').selects, ...counter('单').selects],
        read: (tables) => tables.flat(),
      });
      await joint.run();
      expect(one()).toEqual([['单', 2_147_483_647]]);
      expect(none()).toEqual([]);
      expect(two()).toEqual([['b', 2]]);
      expect(both()).toEqual([
        ['b', 2],
        ['单', 2_147_483_647],
      ]);
    });

    it('C-13 answers what needs no statement, and nothing before it has been asked', async () => {
      const joint = new JointRead(database);
      const known = joint.add({ selects: [], read: () => 'known' });
      expect(known).toThrow('not been asked');
      await joint.run();
      expect(known()).toBe('known');
    });

    it('C-13 a table that is not there fails the whole', async () => {
      const joint = new JointRead(database);
      joint.add({
        selects: [{ sql: 'SELECT x FROM nowhere', values: [], columns: ['x'] }],
        read: () => null,
      });
      await expect(joint.run()).rejects.toThrow('nowhere');
    });
  });
});
