import { describe, expect, it } from '@jest/globals';
import { LibsqlDriver } from './libsql-driver.ts';

describe('the embedded database', () => {
  it('binds a single null, a boolean and nothing at all', () => {
    const database = new LibsqlDriver(':memory:');
    database.exec('create table t (a int)');
    database.prepare('insert into t values (?)').run(null);
    database.prepare('insert into t values (?)').run(true);
    database.prepare('insert into t values (3)').run();
    expect(database.prepare('select a from t order by a').all()).toMatchObject([
      { a: null },
      { a: 1 },
      { a: 3 },
    ]);
    expect(database.prepare('select count(*) as n from t where a is ?').get(null)).toMatchObject({ n: 1 });
    database.close();
  });
});
