import { setImmediate as turn } from 'node:timers/promises';
import { missionProgress } from '@siyu/shared/incentives';
import type { EntityManager } from 'typeorm';
import { AwardCounter } from '../awards/award.entity.ts';
import type { Candidate, Loss } from './candidate.ts';
import type { ReplayPerson, ReplayWindow } from './decide-person.ts';
import { type DraftLine, withDraft } from './draft-line.ts';
import { StoredPersons } from './person-source.ts';
import { readLines } from './read-lines.ts';
import { readStock } from './read-stock.ts';
import { readUsed } from './read-used.ts';
import { replay } from './replay.ts';
import type { ReplaySources } from './replay-sources.ts';
import type { Exhaustion } from './rule-line.ts';
import { RulesOverTime } from './rules-over-time.ts';

export interface ReplayAsked {
  /** By when facts were decided; of whole days where days are told. */
  readonly window: ReplayWindow;
  /** Null: only what really was in force, which gives what was really given. */
  readonly draft: DraftLine | null;
  /** How much of the work is done, 0 to 1, never less than before; between two chunks, at most once for each percent. */
  readonly onProgress: (share: number) => Promise<void>;
  /** Before each of these. What it throws ends the replay. */
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
  sources: ReplaySources,
  { window, draft, onProgress, assertGoesOn }: ReplayAsked,
): Promise<ReplayedWindow> {
  const { used, laterReturns } = await readUsed(manager, window.from);
  const live = await readLines(manager, used);
  const lines = draft === null ? live : withDraft(live, draft, window);
  const { items, ...stock } = await readStock(manager, sources, lines, window.from);
  const rules = new RulesOverTime(lines, await sources.limits.overTime(), items);
  const source = new StoredPersons(manager, sources.identity, window, rules.asks.has('stage'));
  const seen = new SeenPersons(window, draft);
  const known = (await manager.findOneBy(AwardCounter, { name: 'facts' }))?.lastNo ?? 0;
  let percent = 0;
  const chunk = async (): Promise<void> => {
    await turn();
    // What is decided anew comes on top: nobody knows before how much it is.
    const now = Math.min(99, Math.floor((seen.read / Math.max(1, known)) * 100));
    if (now === percent) return;
    percent = now;
    await assertGoesOn();
    await onProgress(percent / 100);
  };
  await assertGoesOn();
  const person = (each: ReplayPerson) => seen.add(each);
  const replayed = await replay(source, window, rules, { ...stock, laterReturns }, { person, chunk });
  await onProgress(1);
  const { events, missionsUnderWay } = seen;
  return { ...replayed, events, missionsUnderWay };
}

/** What is counted of people while they are in memory. */
class SeenPersons {
  read = 0;
  events = 0;
  missionsUnderWay: number | null;
  readonly #mission: DraftLine['frozen']['mission'];

  constructor(
    private readonly window: ReplayWindow,
    draft: DraftLine | null,
  ) {
    this.#mission = draft?.frozen.mission ?? null;
    this.missionsUnderWay = this.#mission === null ? null : 0;
  }

  add({ facts }: ReplayPerson): void {
    this.read += facts.length;
    const { from, until } = this.window;
    for (const { decidedAt } of facts) if (decidedAt >= from) this.events += 1;
    if (this.#mission === null || this.missionsUnderWay === null) return;
    const standing = facts.filter(({ withdrawnAt }) => withdrawnAt === null || withdrawnAt >= until);
    const done = missionProgress(this.#mission, standing, this.window);
    const isDone = done.every((each, at) => each >= (this.#mission?.steps[at]?.count ?? 0));
    if (!isDone && done.some((each) => each > 0)) this.missionsUnderWay += 1;
  }
}
