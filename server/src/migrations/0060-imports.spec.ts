import { expect, it } from '@jest/globals';
import { createTestDatabase, describeOnEngines } from '../testing/index.ts';
import { Records } from './0020-records.ts';
import { Imports } from './0060-imports.ts';

describeOnEngines((engine) => {
  it('C-02 purchases that are there become facts of numbered accounts, whatever moment the migration is killed at', async () => {
    const { database, close } = await createTestDatabase(engine);
    const runner = database.schemaSource.createQueryRunner();
    // Back to the schema before.
    await new Imports().down(runner);
    await new Records().up(runner);
    await runner.query("DELETE FROM member_numbers WHERE name = 'core_account'");
    for (const [memberNo, customer] of [
      [7, 'B'],
      [9, 'A'],
    ] as const) {
      await runner.query(
        "INSERT INTO member_identities (kind, issuer, external_id, member_no, linked_at) VALUES ('core_customer', 'core', ?, ?, 1)",
        [customer, memberNo],
      );
      await runner.query(
        "INSERT INTO purchases (member_no, purchase_id, issuer, source_id, product_code, occurred_at, occurred_on, amount_fen, benefit_fen, recorded_at, seq) VALUES (?, ?, 'core', ?, 'F', 1700000000000, 19675, 500, -3, 1700000000001, 4)",
        [memberNo, `p-${memberNo}`, `S-${memberNo}`],
      );
    }
    const migration = new Imports();
    const query = (sql: string) => runner.query(sql);
    const facts =
      'SELECT account_no AS accountNo, source_id AS sourceId, kind, occurred_on AS day, amount_fen AS amountFen, benefit_fen AS benefitFen, currency, member_no AS memberNo, seq FROM transaction_facts ORDER BY account_no';
    for (let killedAt = 1; ; killedAt += 1) {
      let statements = 0;
      // A process that starts again has a runner that remembers nothing.
      const again = database.schemaSource.createQueryRunner();
      const run = again.query.bind(again);
      again.query = async (...args: Parameters<typeof run>) => {
        if (/^INSERT|^DROP/i.test(String(args[0])) && (statements += 1) === killedAt)
          throw new Error('killed');
        return run(...args);
      };
      const failure = await migration.up(again).then(
        () => null,
        (error: unknown) => error,
      );
      await again.release();
      if (failure === null) break;
      expect(failure).toEqual(new Error('killed'));
    }
    expect(await query(facts)).toEqual(
      [
        [1, 9],
        [2, 7],
      ].map(([accountNo, memberNo]) => ({
        accountNo,
        memberNo,
        sourceId: `S-${memberNo}`,
        kind: 'confirmed_purchase',
        day: 19_675,
        amountFen: 500,
        benefitFen: -3,
        currency: 'CNY',
        seq: 4,
      })),
    );
    expect(await query("SELECT last_no AS lastNo FROM member_numbers WHERE name = 'core_account'")).toEqual([
      { lastNo: 2 },
    ]);
    expect(await runner.hasTable('purchases')).toBe(false);
    const changes = await database.schemaSource.driver.createSchemaBuilder().log();
    expect(changes.upQueries.map(({ query: sql }) => sql)).toEqual([]);
    await runner.release();
    await close();
  });
});
