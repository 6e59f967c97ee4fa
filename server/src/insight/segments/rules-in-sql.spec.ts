import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memberFields } from '@siyu/shared/contracts/segment-fields.limits';
import { checkRule, compileRule, ruleToSql, type CheckedGroup, type RuleSql } from '@siyu/shared/rules';
import fc from 'fast-check';
import { heavyCheck } from '../../../../tools/heavy-check.ts';
import { createTestDatabase, describeOnEngines } from '../../testing/index.ts';
import {
  AS_OF,
  brokenRules,
  goodRules,
  randomFacts,
  type RawFacts,
  type RawGroup,
} from './testing/random-rules.ts';

const check = heavyCheck('rules');
const SIZES = {
  small: { rules: 300, members: 100, broken: 300 },
  full: { rules: 10_000, members: 500, broken: 5_000 },
};
const size = SIZES[check.size];
const counts: Record<string, number> = { ...size };
afterAll(() => check.record(counts));

const HIGHEST_NO = 2_147_483_647;
type TestDatabase = Awaited<ReturnType<typeof createTestDatabase>>;
const ALWAYS_THERE = ['stage', 'stageReachedOn', 'isAccountLinked', 'lessonsCompleted', 'randomBucket'];

function good(tree: RawGroup): CheckedGroup {
  const verdict = checkRule(tree, memberFields);
  if (!verdict.isGood) throw new Error(`${JSON.stringify(tree)}: ${JSON.stringify(verdict.faults)}`);
  return verdict.rule;
}

/** Without its guards against NULL, which is what a negation loses members by. */
const sabotaged = (sql: RuleSql): RuleSql =>
  process.env['SIYU_SABOTAGE'] === 'rules-compare-nulls'
    ? { ...sql, text: sql.text.replace(/f[.][a-z_]+ IS NOT NULL AND /g, '') }
    : sql;

describe('rules over member_facts', () => {
  it('F-01 a broken rule is refused at its place, and none of them matches everyone', () => {
    let refused = 0;
    fc.assert(
      fc.property(brokenRules(memberFields), ({ tree, place }) => {
        const verdict = checkRule(tree, memberFields);
        if (verdict.isGood) throw new Error('taken for a rule');
        const places = verdict.faults.map((fault) => fault.place);
        if (!places.some((each) => each.startsWith(place))) throw new Error(`${place}, not ${places.join()}`);
        refused += 1;
      }),
      { seed: check.seed, numRuns: size.broken },
    );
    counts['refused'] = refused;
    expect(refused).toBe(size.broken);
  });

  describeOnEngines((engine) => {
    let test: TestDatabase;
    let members: readonly (RawFacts & { randomBucket: number })[] = [];
    beforeAll(async () => {
      test = await createTestDatabase(engine);
      members = fc
        .sample(
          randomFacts(memberFields, (key) => !ALWAYS_THERE.includes(key)),
          {
            seed: check.seed,
            numRuns: size.members,
          },
        )
        // Numbers one after the other, and up to the highest there can be: a lot is drawn from them.
        .map((facts, at) => ({ ...facts, randomBucket: at % 2 === 0 ? at + 1 : HIGHEST_NO - at }));
      await keep(test, members);
    }, 60_000);
    afterAll(() => test.close());

    it('F-01 SQL and closure find the same members, nulls included', async () => {
      let found = 0;
      let asked = 0;
      await fc.assert(
        fc.asyncProperty(goodRules(memberFields), async (tree) => {
          const rule = good(tree);
          const { text, params } = sabotaged(ruleToSql(rule, AS_OF, 'f'));
          const rows: readonly { readonly memberNo: number }[] = await test.database.read.query(
            `SELECT f.member_no AS memberNo FROM member_facts f WHERE ${text} ORDER BY f.member_no`,
            [...params],
          );
          const fulfils = compileRule(rule, AS_OF);
          const expected = members.filter(fulfils).map(({ randomBucket }) => randomBucket);
          expect(rows.map(({ memberNo }) => memberNo)).toEqual(expected.sort((a, b) => a - b));
          found += expected.length;
          asked += 1;
        }),
        { seed: check.seed, numRuns: size.rules },
      );
      counts[`${engine}_rules`] = asked;
      counts[`${engine}_found`] = found;
      // A check over rules that match nobody, or everybody, would prove nothing.
      expect(found / (asked * members.length)).toBeGreaterThan(0.1);
      expect(found / (asked * members.length)).toBeLessThan(0.9);
    }, 900_000);
  });
});

/** Rows as scoring keeps them, but for values that no score would have. */
async function keep({ database }: TestDatabase, members: readonly RawFacts[]): Promise<void> {
  const columns = [...memberFields.values()].map(({ column }) => column);
  const keys = [...memberFields.keys()];
  const all = ['seq', 'as_of', 'is_profiled', 'updated_at', ...columns];
  await database.runInTransaction(async ({ manager }) => {
    for (const facts of members)
      await manager.query(
        `INSERT INTO member_facts (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
        [1, AS_OF, 1, 0, ...keys.map((key) => facts[key])],
      );
  });
}
