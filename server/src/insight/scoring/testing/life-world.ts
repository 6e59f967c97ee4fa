import { randomUUID } from 'node:crypto';
import { dayOfInstant, epochDay, type EpochDay } from '@siyu/shared/time';
import { IsNull } from 'typeorm';
import { AppModule } from '../../../app.module.ts';
import { Configuration } from '../../../foundation/configuration/index.ts';
import { Reviews } from '../../../foundation/reviews/index.ts';
import type { Engine } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { Engagement } from '../../../records/engagement/index.ts';
import { Ingest } from '../../../records/engagement/ingest.service.ts';
import { currentConsentText, Identity } from '../../../records/identity/index.ts';
import { CoreBatches } from '../../../records/transactions/core-batches.service.ts';
import { createTestApp, type TestApp } from '../../../testing/index.ts';
import { FullProgress, SCORE_FULL_JOB } from '../full-run.ts';
import type { KeptState } from '../kept-state.ts';
import { NightlyProgress, SCORE_NIGHTLY_JOB } from '../nightly-run.ts';
import { RelationInterval } from '../relation-interval.entity.ts';
import { RfeScoreRow } from '../rfe-score.entity.ts';
import { Score } from '../score.entity.ts';
import { ScoringHead } from '../scoring-head.entity.ts';
import { readKept } from '../stored-kept.ts';
import { TieScoreRow } from '../tie-score.entity.ts';
import type { Act, Scene } from './life-acts.ts';
import { modelOf, type TrueHistory } from './life-ledger.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CONTENT = '0190a0a0-0000-7000-8000-0000000000c0';

/** What a run left of a member, and what had really happened by then. */
export interface Snapshot {
  readonly memberNo: number;
  readonly asOf: EpochDay;
  readonly seq: number;
  readonly kept: KeptState;
  readonly histories: readonly TrueHistory[];
  readonly isMerged: boolean;
  readonly recentDays: number;
}

export interface Life {
  readonly snapshots: readonly Snapshot[];
  /** By member: everything that happened in the end, merged registrations together; empty for a merged one. */
  readonly inTheEnd: ReadonlyMap<number, readonly TrueHistory[]>;
}

/** A firm in which lives are lived one after the other; its clock only goes forward. */
export class LifeWorld {
  #count = 0;
  #version = 1;
  #recentDays = 90;

  private constructor(readonly test: TestApp) {}

  static async open(engine: Engine): Promise<LifeWorld> {
    return new LifeWorld(await createTestApp({ engine, modules: [AppModule] }));
  }

  async live(scene: Scene): Promise<Life> {
    // A day of its own: a model that goes live scores everybody, those of the life before too, and twice on one day
    // with the same facts leaves the later score only.
    this.test.clock.advance(DAY);
    const first = await this.#join(true);
    const second = await this.#join(false);
    const link = { isMerged: false };
    const snapshots: Snapshot[] = [];
    for (const { who, what } of scene) {
      // Two decisions or bindings within a millisecond have no order.
      this.test.clock.advance(MINUTE);
      await this.#perform(who === 'first' ? first : second, what, first, second, link);
      await this.#settle();
      for (const one of [first, second])
        snapshots.push(await this.#snapshot(one, first, second, link.isMerged));
    }
    return {
      snapshots,
      inTheEnd: new Map(
        [first, second].map((one) => [one.memberNo, personOf(one, first, second, link.isMerged)]),
      ),
    };
  }

  async #join(hasAccount: boolean): Promise<TrueHistory> {
    this.#count += 1;
    const identity = this.test.app.get(Identity);
    const name = { kind: 'wechat_openid', issuer: 'wx', externalId: `life-${this.#count}` } as const;
    const at = this.test.clock.now();
    const member = await this.test.database.runInTransaction(async (tx) => {
      const joined = await identity.registerOrFind(tx, name);
      await identity.grantConsents(tx, joined.memberNo, ['SERVICE', 'PROFILING', 'SENSITIVE'], 'console');
      return joined;
    });
    const { memberNo } = member;
    if (hasAccount) {
      await this.test.database.runInTransaction((tx) =>
        identity.linkCoreCustomer(tx, 'system', member, `core-${memberNo}`, 'counter'),
      );
    }
    const decisions = (['PROFILING', 'SENSITIVE'] as const).map((purpose) => ({
      purpose,
      isGranted: true,
      at,
    }));
    return { memberNo, hasAccount, purchases: [], events: [], ties: [], decisions };
  }

  async #perform(
    one: TrueHistory,
    what: Act,
    first: TrueHistory,
    second: TrueHistory,
    link: { isMerged: boolean },
  ): Promise<void> {
    const { app, clock, database } = this.test;
    const identity = app.get(Identity);
    const now = clock.now();
    switch (what.act) {
      case 'buy': {
        const bought = {
          id: `buy-${randomUUID()}`,
          at: now - what.daysAgo * DAY,
          yuan: what.yuan,
          isRefunded: false,
        };
        first.purchases.push(bought);
        await this.#tell(first, [
          { ...bought, kind: 'purchase' },
          { ...bought, kind: 'confirmation', id: `c-${bought.id}`, refId: bought.id },
        ]);
        return;
      }
      case 'correct': {
        const bought = first.purchases[what.nth];
        if (bought === undefined) return;
        bought.yuan = what.yuan;
        const id = `c-${randomUUID()}`;
        return this.#tell(first, [{ kind: 'confirmation', id, refId: bought.id, yuan: what.yuan, at: now }]);
      }
      case 'refund': {
        const bought = first.purchases[what.nth];
        if (bought === undefined) return;
        bought.isRefunded = true;
        return this.#tell(first, [
          { kind: 'refund', id: `r-${randomUUID()}`, refId: bought.id, yuan: null, at: now },
        ]);
      }
      case 'tellAgain': {
        const told = this.#told.get(first.purchases[what.nth]?.id ?? '');
        if (told !== undefined) await this.#send(first, told);
        return;
      }
      case 'report': {
        const claimedAt = now - what.hoursAgo * HOUR;
        const isClockSuspect = what.hoursAgo > 7 * 24;
        const value = what.type === 'content_dwelled' ? 700 : 0;
        const event = {
          id: randomUUID(),
          type: what.type,
          at: isClockSuspect ? now : claimedAt,
          value,
          isClockSuspect,
        };
        one.events.push(event);
        return this.#report(one, event.id, what.type, claimedAt, value);
      }
      case 'reportAgain': {
        const event = one.events.filter(({ type }) => type.startsWith('content_'))[what.nth];
        if (event === undefined) return;
        return this.#report(one, event.id, 'content_viewed', event.at, 0);
      }
      case 'learn': {
        const event = {
          id: randomUUID(),
          type: what.type,
          at: now - what.daysAgo * DAY,
          value: 0,
          isClockSuspect: false,
        };
        one.events.push(event);
        await database.runInTransaction((tx) =>
          app
            .get(Engagement)
            .append(tx, one.memberNo, [{ type: what.type, occurredAt: event.at, eventId: event.id }]),
        );
        return;
      }
      case 'bind': {
        const adviser = `0190a0a0-0000-7000-8000-00000000000${what.adviser}`;
        const open = one.ties.find(({ until }) => until === null);
        if (open?.adviser === adviser) return;
        if (open !== undefined) open.until = now;
        one.ties.push({ id: randomUUID(), adviser, from: now, until: null });
        one.events.push({
          id: randomUUID(),
          type: 'adviser_bound',
          at: now,
          value: 0,
          isClockSuspect: false,
        });
        return database.runInTransaction((tx) => identity.bindAdviser(tx, one.memberNo, adviser));
      }
      case 'decide': {
        const decision = { purpose: what.purpose, isGranted: what.isGranted };
        one.decisions.push({ ...decision, at: now });
        const textVersion = currentConsentText(what.purpose).version;
        return database.runInTransaction((tx) =>
          identity.decideConsents(tx, one.memberNo, [{ ...decision, textVersion }], 'console'),
        );
      }
      case 'merge':
        if (link.isMerged) return;
        link.isMerged = true;
        return database.runInTransaction((tx) => identity.mergeMembers(tx, second.memberNo, first.memberNo));
      case 'part':
        link.isMerged = false;
        return database.runInTransaction((tx) => identity.unmergeMembers(tx, second.memberNo));
      case 'remodel':
        return this.#remodel(what.recentDays);
      case 'sleep':
        clock.advance(what.days * DAY);
        return this.#night();
    }
  }

  readonly #told = new Map<string, readonly Telling[]>();

  async #tell(customer: TrueHistory, tellings: readonly Telling[]): Promise<void> {
    for (const telling of tellings) {
      const about = telling.refId ?? telling.id;
      this.#told.set(about, [...(this.#told.get(about) ?? []), telling]);
    }
    await this.#send(customer, tellings);
  }

  async #send({ memberNo }: TrueHistory, tellings: readonly Telling[]): Promise<void> {
    const { verdicts } = await this.test.app.get(CoreBatches, { strict: false }).recordTransactions({
      transactions: tellings.map(({ kind, id, refId, yuan, at }) => ({
        sourceId: id,
        kind,
        coreCustomerId: `core-${memberNo}`,
        occurredAt: new Date(at).toISOString(),
        refSourceId: refId ?? null,
        ...(kind === 'purchase' ? { productCode: 'FUND' } : {}),
        ...(yuan === null ? {} : { amountFen: yuan * 100 }),
      })),
    });
    const refused = verdicts.find(({ verdict }) => verdict === 'refused');
    if (refused !== undefined) throw new Error(`${refused.sourceId}: ${refused.code} ${refused.field}`);
  }

  async #report(
    { memberNo }: TrueHistory,
    eventId: string,
    type: 'content_viewed' | 'content_dwelled',
    at: number,
    seconds: number,
  ): Promise<void> {
    const event = {
      eventId,
      type,
      occurredAt: new Date(at).toISOString(),
      contentId: CONTENT,
      ...(type === 'content_dwelled' ? { value: seconds } : {}),
    };
    const [verdict] = await this.test.app.get(Ingest, { strict: false }).record(memberNo, [event]);
    if (verdict?.code !== null) throw new Error(`${type}: ${verdict?.code}`);
  }

  async #remodel(recentDays: number): Promise<void> {
    const { app, clock, database } = this.test;
    this.#version += 1;
    this.#recentDays = recentDays;
    const proposal = await database.runInTransaction((tx) =>
      app.get(Configuration).propose(tx, {
        key: 'scoring.afb-2023',
        json: { firm: modelOf(this.#version, recentDays), branches: [] },
        validFrom: clock.now(),
        author: principalOf('1'),
      }),
    );
    await database.runInTransaction((tx) =>
      app
        .get(Reviews)
        .decide(tx, { ...proposal, isApproved: true, comment: '可以', decider: principalOf('2') }),
    );
    await this.#until(SCORE_FULL_JOB, (progress) => {
      const run = FullProgress.nullable().parse(progress);
      return run?.versions['afb'] === proposal.version && run.finishedAt !== null;
    });
  }

  async #night(): Promise<void> {
    const asOf = dayOfInstant(this.test.clock.now()) + 1;
    await this.#until(SCORE_NIGHTLY_JOB, (progress) => {
      const [latest] = NightlyProgress.nullable().parse(progress)?.nights ?? [];
      return latest?.asOf === asOf && latest.finishedAt !== null;
    });
  }

  async #until(job: string, isDone: (progress: unknown) => boolean): Promise<void> {
    const deadline = performance.now() + 20_000;
    for (;;) {
      this.test.app.get(Jobs).wake(job);
      const rows: { progress: string | null }[] = await this.test.database.read.query(
        'SELECT progress FROM jobs WHERE name = ?',
        [job],
      );
      if (isDone(JSON.parse(rows[0]?.progress ?? 'null'))) return;
      if (performance.now() > deadline) throw new Error(`${job} does not come to its end`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async #settle(): Promise<void> {
    const deadline = performance.now() + 20_000;
    while ((await this.test.app.get(Identity).claimDue(1)).length > 0) {
      if (performance.now() > deadline) throw new Error('members are still due');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async #snapshot(
    one: TrueHistory,
    first: TrueHistory,
    second: TrueHistory,
    isMerged: boolean,
  ): Promise<Snapshot> {
    const { memberNo } = one;
    const { read } = this.test.database;
    const head = await read.findOneByOrFail(ScoringHead, { memberNo });
    const open = { memberNo, toSeq: IsNull() };
    return {
      memberNo,
      asOf: epochDay(head.asOf),
      seq: head.seq,
      kept: readKept({
        score: await read.findOneBy(Score, open),
        rfe: await read.findOneBy(RfeScoreRow, open),
        tie: await read.findOneBy(TieScoreRow, open),
        relation: await read.findOneBy(RelationInterval, open),
      }),
      histories: structuredClone(personOf(one, first, second, isMerged)),
      isMerged: isMerged && one === second,
      recentDays: this.#recentDays,
    };
  }
}

interface Telling {
  readonly kind: 'purchase' | 'confirmation' | 'refund';
  readonly id: string;
  readonly refId?: string;
  readonly yuan: number | null;
  readonly at: number;
}

/** Whose facts are read as this registration's. */
function personOf(
  one: TrueHistory,
  first: TrueHistory,
  second: TrueHistory,
  isMerged: boolean,
): readonly TrueHistory[] {
  if (!isMerged) return [one];
  return one === first ? [first, second] : [];
}

function principalOf(last: string): Principal {
  return {
    audience: 'staff',
    id: `00000000-0000-7000-8000-00000000000${last}`,
    memberNo: null,
    roles: [],
    scope: { kind: 'firm' },
    sessionId: null,
  };
}
