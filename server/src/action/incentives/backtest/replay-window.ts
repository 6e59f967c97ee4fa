import type { EntityManager } from 'typeorm';
import type { Identity } from '../../../records/identity/index.ts';
import type { IncentiveLimits } from '../limits/incentive-limits.ts';
import type { Candidate, Loss } from './candidate.ts';
import type { ReplayWindow } from './decide-person.ts';
import { type DraftLine, withDraft } from './draft-line.ts';
import { readLines } from './read-lines.ts';
import { readPersons } from './read-persons.ts';
import { replay } from './replay.ts';
import type { Exhaustion } from './rule-line.ts';
import { RulesOverTime } from './rules-over-time.ts';

export interface ReplayAsked {
  /** By when facts were decided; of whole days where days are told. */
  readonly window: ReplayWindow;
  /** Null: only what really was in force, which gives what was really given. */
  readonly draft: DraftLine | null;
  /** How much of the work is done, 0 to 1, never less than before; between two chunks. */
  readonly onProgress: (share: number) => Promise<void>;
  /** Between two chunks. What it throws ends the replay. */
  readonly assertGoesOn: () => Promise<void>;
}

/** What a window would have given. */
export interface ReplayedWindow {
  /** In the order in which they were decided, those refused too; can be walked over as often as one likes. */
  readonly candidates: Iterable<Candidate>;
  /** Rules that found nothing left, in the order of the facts that found it. */
  readonly exhausted: readonly Exhaustion[];
  /** What rules took from each other, in no order. */
  readonly losses: Iterable<Loss>;
  /** Facts that were decided. */
  readonly events: number;
  /** Members who have begun the mission of the draft and not finished it; null: it is none. */
  readonly missionsUnderWay: number | null;
}

/**
 * Decides a window of the past again by the code that decides live (H-03): by the rules, limits, stages and history of each
 * moment, what staff did since included. Behaviour is held fixed. Reads people chunk by chunk, in the order of their numbers.
 */
export async function replayWindow(
  manager: EntityManager,
  { identity, limits }: { readonly identity: Identity; readonly limits: IncentiveLimits },
  { window, draft, onProgress, assertGoesOn }: ReplayAsked,
): Promise<ReplayedWindow> {
  const known: readonly { memberNo: number | string }[] = await manager.query(
    'SELECT DISTINCT member_no AS memberNo FROM earning_facts ORDER BY member_no',
  );
  const persons = await identity.personsOf(known.map(({ memberNo }) => Number(memberNo)));
  const lines = await readLines(manager, new Map());
  const rules = new RulesOverTime(
    draft === null ? lines : withDraft(lines, draft, window),
    await limits.overTime(),
  );
  await assertGoesOn();
  const read = await readPersons(manager, persons, window);
  const { candidates, exhausted } = replay(read, window, rules);
  await onProgress(1);
  const events = read.flatMap(({ facts }) =>
    facts.filter(({ decidedAt }) => decidedAt >= window.from && decidedAt < window.until),
  ).length;
  return { candidates, exhausted, losses: [], events, missionsUnderWay: null };
}
