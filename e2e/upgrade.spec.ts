import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { scoringRoutes } from '@siyu/shared/contracts/scoring.routes';
import { ROOT, signInMember, startWhole, until } from './harness/index.ts';

/** A backup of an earlier schema, and what of it must be there under today's. */
interface Upgrade {
  readonly file: string;
  /** Questions to the schema of today, with the answers of the one that was backed up. */
  readonly answers: Readonly<Record<string, number>>;
}

const count = (table: string, where = '1 = 1') => `SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`;
const UPGRADES: readonly Upgrade[] = [
  {
    file: 'issue-b.siyu.gz',
    answers: {
      [count('members')]: 50,
      [count('member_identities')]: 133,
      [count('member_advisers')]: 34,
      [count('lesson_completions')]: 57,
      [count('quiz_submissions')]: 42,
      [count('reviews')]: 12,
      [count('staff')]: 9,
      [count('outbox_events')]: 69,
      // Purchases became facts of numbered accounts.
      [count('transaction_facts', "kind = 'confirmed_purchase' AND member_no IS NOT NULL")]: 408,
      ['SELECT SUM(amount_fen) AS n FROM transaction_facts']: 309_999_025,
      ['SELECT SUM(benefit_fen) AS n FROM transaction_facts']: 99_004_162,
      [count('core_accounts', 'member_no IS NOT NULL')]: 33,
    },
  },
];
/** The password of the demo firm when nothing else is set. */
const PASSWORD = 'siyu-demo-2026';
const FOLDER = 'e2e/upgrade';
const ENGINES = process.env['SIYU_TEST_MARIADB'] === undefined ? ['sqlite'] : ['sqlite', 'mysql'];

describe('an upgrade', () => {
  it('C-12 is tried from every backup in e2e/upgrade', () => {
    const kept = readdirSync(join(ROOT, FOLDER)).filter((name) => name.endsWith('.gz'));
    expect(kept.sort()).toEqual(UPGRADES.map(({ file }) => file).sort());
  });

  const cases = UPGRADES.flatMap((upgrade) =>
    ENGINES.map((engine) => [upgrade.file, engine, upgrade] as const),
  );
  it.each(cases)(
    'C-12 from %s on %s keeps every record, starts, scores and lets its people in',
    async (file, engine, { answers }) => {
      const whole = await startWhole({
        demo: 'none',
        engine: engine === 'mysql' ? 'mysql' : 'sqlite',
        restoreFrom: `${FOLDER}/${file}`,
      });
      const database = await whole.openDatabase();
      try {
        const found: Record<string, number> = {};
        for (const sql of Object.keys(answers)) found[sql] = Number((await database.query(sql))[0]?.['n']);
        expect(found).toEqual(answers);

        const answer = await fetch(whole.url + identityRoutes.openStaffSession.path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: whole.url },
          body: JSON.stringify({ loginName: 'operator', password: PASSWORD }),
        });
        expect(answer.status).toBe(201);
        // Known by the unionid, though the app of this run is another one.
        const member = await signInMember(whole, 'demo-4', []);
        const path = await member.call(scoringRoutes.getRelationPath, {});
        expect([member.session.member.isAccountLinked, path.stage]).toEqual([true, 'FAMILIAR']);
        await until('nobody left to be scored', async () => {
          const [row] = await database.query(count('member_due', 'is_pending = 1'));
          return Number(row?.['n']) === 0;
        });
      } finally {
        await database.close();
        await whole.close();
      }
    },
    120_000,
  );
});
