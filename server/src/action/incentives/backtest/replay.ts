import { Candidates } from './candidates.ts';
import { decidePerson, type ReplayPerson, type ReplayWindow } from './decide-person.ts';
import { BudgetFold, type Stores } from './fold-budgets.ts';
import { Losses } from './losses.ts';
import type { Exhaustion } from './rule-line.ts';
import type { RulesOverTime } from './rules-over-time.ts';
import { Turns } from './turns.ts';
import { AT_ONCE, walk } from './walk.ts';

/** People, read chunk by chunk, so that few are in memory at once. */
export interface PersonSource {
  readonly everybody: () => AsyncIterable<readonly ReplayPerson[]>;
  readonly these: (memberNos: readonly number[]) => AsyncIterable<readonly ReplayPerson[]>;
}

/** What would have been given, and what would have come to its end. */
export interface Replay {
  readonly candidates: Candidates;
  readonly losses: Losses;
  readonly exhausted: readonly Exhaustion[];
}

/**
 * Decides everybody as if nothing ended, then takes budgets and stocks in the order in which they were taken. The first one
 * found empty is right, since all before it is: its rule is closed from there on, and whoever had something of it is decided
 * anew from there on where that can change anything else.
 * @param seen each person as it is read the first time, and whenever a chunk of them is decided
 */
export async function replay(
  source: PersonSource,
  window: ReplayWindow,
  rules: RulesOverTime,
  stores: Stores,
  seen: { readonly person: (person: ReplayPerson) => void; readonly chunk: () => Promise<void> },
): Promise<Replay> {
  const candidates = new Candidates();
  const losses = new Losses();
  const exhausted: Exhaustion[] = [];
  const turns = new Turns();
  for await (const persons of source.everybody()) {
    for (const person of persons) {
      const decided = decidePerson(person, window, rules, exhausted);
      for (const each of decided.candidates) candidates.add(each);
      for (const each of decided.losses) losses.add(each);
      seen.person(person);
      await turns.pass();
    }
    await seen.chunk();
  }
  const fold = new BudgetFold(rules.lines, stores);
  const { range } = candidates;
  for (let decidedNo = range.first; decidedNo <= range.last; decidedNo += 1) {
    if (decidedNo % AT_ONCE === 0) await turns.pass();
    const earned = candidates.of(decidedNo);
    const ended = earned.length === 0 ? [] : fold.take(earned);
    if (ended.length === 0) continue;
    exhausted.push(...ended);
    for (const { ruleNo, refusal } of ended) candidates.refuse(decidedNo, ruleNo, refusal);
    const again = await close(ended, candidates, losses);
    for await (const persons of source.these(again)) {
      for (const person of persons) {
        const decided = decidePerson(person, window, rules, exhausted);
        for (const each of decided.candidates) if (each.decidedNo > decidedNo) candidates.add(each);
        for (const each of decided.losses) if (each.decidedNo > decidedNo) losses.add(each);
        await turns.pass();
      }
      await seen.chunk();
    }
  }
  return { candidates, losses, exhausted };
}

/**
 * Takes away what closed rules would have given later.
 * @param ended by the same fact
 * @returns the members whose later facts, all taken away, are to be decided anew: others may give what closed rules gave
 */
async function close(
  ended: readonly Exhaustion[],
  candidates: Candidates,
  losses: Losses,
): Promise<readonly number[]> {
  const after = ended[0]?.decidedNo ?? 0;
  const untilOf = new Map(ended.map(({ ruleNo, until }) => [ruleNo, until]));
  const ruleNos = new Set(untilOf.keys());
  const goesOn = ended.some(({ until }) => until !== Infinity);
  // For good, and nobody would step into its place: what it gave is gone, and nothing else changes.
  const dependent = new Set<number>();
  await walk(losses, ({ decidedNo, kind, byRuleNo, memberNo }) => {
    if (decidedNo > after && (kind === 'YEARLY_CAP' || ruleNos.has(byRuleNo))) dependent.add(memberNo);
  });
  const turns = new Turns();
  const again = new Set<number>();
  const { last } = candidates.range;
  for (let decidedNo = after; decidedNo <= last; decidedNo += 1) {
    if (decidedNo % AT_ONCE === 0) await turns.pass();
    for (const ruleNo of ruleNos) {
      const memberNo = candidates.memberOf(decidedNo, ruleNo);
      if (memberNo !== null && (goesOn || dependent.has(memberNo))) again.add(memberNo);
    }
  }
  const isLater = (ruleNo: number, memberNo: number) => ruleNos.has(ruleNo) || again.has(memberNo);
  for (let decidedNo = after + 1; decidedNo <= last; decidedNo += 1) {
    if (decidedNo % AT_ONCE === 0) await turns.pass();
    candidates.remove(decidedNo, isLater);
  }
  // While it is closed a rule has nothing to lose; afterwards it loses as before, also where nobody is decided anew.
  await losses.remove(
    ({ decidedNo, decidedAt, ruleNo, memberNo }) =>
      decidedNo > after && (decidedAt < (untilOf.get(ruleNo) ?? -Infinity) || again.has(memberNo)),
  );
  return [...again];
}
