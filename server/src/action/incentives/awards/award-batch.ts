import { Injectable } from '@nestjs/common';
import type { EarningFact } from '@siyu/shared/incentives';
import { Clock } from '../../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../../platform/database/index.ts';
import { killHere } from '../../../platform/jobs/index.ts';
import { Identity, type Person } from '../../../records/identity/index.ts';
import { askedOfPast } from './asked-of-past.ts';
import { AwardBudgets } from './award-budgets.ts';
import { AwardGiving } from './award-giving.ts';
import { AwardHistory, numbersOf } from './award-history.ts';
import { AwardRings } from './award-rings.ts';
import { AwardNumbers } from './award-numbers.ts';
import { AwardRows } from './award-rows.ts';
import { AwardStock } from './award-stock.ts';
import { EarningFactRow } from './earning-fact.entity.ts';
import { GuardedRules } from './guarded-rules.ts';
import { type KnownFact, planAwards } from './plan-awards.ts';

/** What a member may be thanked for is what they are now. */
interface Served {
  readonly persons: ReadonlyMap<number, Person>;
  readonly permitted: ReadonlySet<number>;
}

/** Facts that are given to when they happened. */
interface AwardedPast {
  readonly givenAt: number;
  /** The rules of now are taken to have been in force since. */
  readonly rulesSince: number;
}

/** Decides facts and gives what they earn, all of a batch in one transaction. */
@Injectable()
export class AwardBatch {
  constructor(
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly rules: GuardedRules,
    private readonly history: AwardHistory,
    private readonly rings: AwardRings,
    private readonly budgets: AwardBudgets,
    private readonly stock: AwardStock,
    private readonly giving: AwardGiving,
    private readonly numbers: AwardNumbers,
    private readonly rows: AwardRows,
  ) {}

  /**
   * Locks in the order budget, stock, member, as everybody does who gives or takes points. A member who may not be served,
   * or whose account is closed, earns nothing.
   * @param past of a firm that is loaded with it; else it is given now, by the rules of their own days
   * @throws {BudgetShort, StockShort} when a budget or a stock has no room for the whole of a batch: half of it may fit
   */
  async award(
    tx: Transaction,
    facts: readonly EarningFact[],
    past: AwardedPast | null = null,
  ): Promise<void> {
    const { manager } = tx;
    const served = await this.#served(facts);
    const allowed = facts.filter(({ memberNo }) => served.permitted.has(memberNo));
    const persons = new Map([...served.persons].filter(([memberNo]) => served.permitted.has(memberNo)));
    const inForce =
      past === null
        ? await this.rules.inForce(manager)
        : await this.rules.inForceSince(manager, past.rulesSince);
    const givenAt = past?.givenAt ?? this.clock.now();
    const asked = askedOfPast(
      inForce.prepared,
      facts.map(({ type }) => type),
    );
    const unseen = await this.history.knownBefore(manager, allowed, persons, asked);
    const known = await this.rings.seenIn(manager, unseen, persons, givenAt);
    const planned = planAwards(inForce, known, await this.history.countersOf(manager, persons));
    const decided = await this.#numbered(tx, known, allowed, givenAt);
    const awards = await this.rows.numbered(tx, planned, inForce.isRefused, givenAt);
    const budgeted = await this.budgets.take(tx, awards, facts.length === 1);
    const stocked = await this.stock.take(tx, budgeted, facts.length === 1);
    killHere('awards.budgeted');
    await this.#assertServed(tx, served);
    await insertRows(tx, EarningFactRow, decided);
    await this.rows.insert(tx, stocked);
    killHere('awards.written');
    await this.giving.give(
      tx,
      stocked.filter(({ state }) => state === 'AWARDED'),
      givenAt,
    );
    killHere('awards.given');
  }

  /** What is new as it is kept, under its own registration: the order in which it is decided is that of `known`. */
  async #numbered(
    tx: Transaction,
    known: readonly KnownFact[],
    facts: readonly EarningFact[],
    decidedAt: number,
  ) {
    if (known.length === 0) return [];
    const first = await this.numbers.take(tx, 'facts', known.length);
    const places = new Map(
      known.map(({ fact, ring }, at) => [fact.eventId, { decidedNo: first + at, decidedAt, ring }]),
    );
    return facts.flatMap((fact) => {
      const decided = places.get(fact.eventId);
      return decided === undefined ? [] : [{ ...fact, ...decided }];
    });
  }

  /** Committed words and links are asked, also inside the transaction: its snapshot is older than its locks. */
  async #served(facts: readonly EarningFact[]): Promise<Served> {
    const memberNos = [...new Set(facts.map(({ memberNo }) => memberNo))];
    const [persons, permitted] = await Promise.all([
      this.identity.personsOf(memberNos),
      this.identity.permitted(memberNos, 'SERVICE'),
    ]);
    return { persons, permitted };
  }

  /** Whoever withdraws, closes or is merged meanwhile: what was planned is planned anew. */
  async #assertServed(tx: Transaction, { persons, permitted }: Served): Promise<void> {
    await this.identity.lockMembers(tx, numbersOf(persons));
    const memberNos = [...persons.keys()];
    const [now, may] = await Promise.all([
      this.identity.personsOf(memberNos),
      this.identity.permitted(memberNos, 'SERVICE'),
    ]);
    const isSame = memberNos.every(
      (memberNo) =>
        may.has(memberNo) === permitted.has(memberNo) &&
        now.get(memberNo)?.numbers.join() === persons.get(memberNo)?.numbers.join(),
    );
    if (!isSame) throw new Error('a member changed while an award was decided');
  }
}
