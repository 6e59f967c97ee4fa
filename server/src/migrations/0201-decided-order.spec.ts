import { expect, it } from '@jest/globals';
import { createTestDatabase, describeOnEngines } from '../testing/index.ts';
import { DecidedOrder } from './0201-decided-order.ts';

describeOnEngines((engine) => {
  it('H-03 facts that are there are numbered as they became known, once, and the next ones follow', async () => {
    const { database, close } = await createTestDatabase(engine);
    const runner = database.schemaSource.createQueryRunner();
    for (const [memberNo, seq, eventId, recordedAt] of [
      [1, 2, 'b', 20],
      [1, 1, 'a', 10],
      [2, 1, 'c', 20],
    ])
      await runner.query(
        "INSERT INTO earning_facts (member_no, seq, event_id, type, occurred_at, recorded_at, is_clock_suspect) VALUES (?, ?, ?, 'checked_in', 5, ?, 0)",
        [memberNo, seq, eventId, recordedAt],
      );
    for (const _ of ['once', 'again after having been killed']) await new DecidedOrder().up(runner);
    const facts: Record<string, unknown>[] = await runner.query(
      'SELECT event_id AS eventId, decided_no AS no, decided_at AS at FROM earning_facts ORDER BY decided_no',
    );
    expect(facts.map(({ eventId, no, at }) => [eventId, Number(no), Number(at)])).toEqual([
      ['a', 1, 10],
      ['c', 2, 20],
      ['b', 3, 20],
    ]);
    const counters: Record<string, unknown>[] = await runner.query(
      "SELECT last_no AS lastNo FROM award_counters WHERE name = 'facts'",
    );
    expect(counters.map(({ lastNo }) => Number(lastNo))).toEqual([3]);
    await close();
  });
});
