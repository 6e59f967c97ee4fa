import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import type { MariaDb } from '../../tools/mariadb.ts';
import { signInMember, signInStaff, type MemberClient, type Whole } from '../harness/index.ts';
import { planBatches, Reporters, standOf, type Stand } from '../ingest-kill/index.ts';
import { Assassin, type Strike } from './assassin.ts';
import { Deeds } from './deeds.ts';
import { Desk } from './desk.ts';
import { type Kill, planKills } from './plan-kills.ts';

export interface CrashSize {
  readonly events: number;
  readonly kills: number;
  readonly members: number;
  /** Phones reporting at the same time. */
  readonly concurrency: number;
  readonly lessonsEach: number;
  readonly purchaseBatches: number;
  readonly retitled: number;
}
export interface Crashed {
  readonly members: readonly MemberClient[];
  readonly reporters: Reporters;
  readonly deeds: Deeds;
  readonly desk: Desk;
  readonly strikes: readonly Strike[];
  /** What was there before the first event. */
  readonly before: Stand;
}

const BATCH_SIZE = 20;
const REPOST_SHARE = 0.05;
const PROGRESS_MS = 10_000;
/** With the last one members may become customers whose purchases count. */
const PURPOSES: readonly ConsentPurpose[] = ['SERVICE', 'PROFILING', 'SENSITIVE'];

export const signInAll = (whole: Whole, count: number): Promise<readonly MemberClient[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => signInMember(whole, `crash-${index}`, PURPOSES)));

export const planFor = (seed: number, members: number, events: number, repostShare = REPOST_SHARE) =>
  planBatches({
    seed,
    members,
    batches: events / BATCH_SIZE,
    batchSize: BATCH_SIZE,
    repostShare,
    now: Date.now(),
  });

/** Lets phones and the core system report while server and database are killed. @throws when one does not come back. */
export async function runCrash(
  whole: Whole,
  database: MariaDb,
  size: CrashSize,
  seed: number,
): Promise<Crashed> {
  const members = await signInAll(whole, size.members);
  const witness = members[0]!;
  const { lessons } = await witness.call(contentRoutes.listLessons, { query: { limit: 50 } });
  const lessonIds = lessons.map(({ lessonId }) => lessonId);
  const desk = new Desk(await signInStaff(whole, 'operator'), await signInStaff(whole, 'compliance'));
  const others = lessonIds.slice(0, size.retitled).map((lessonId) => () => desk.retitle(lessonId));
  const { lessonsEach, purchaseBatches } = size;
  const plan = { members, lessonIds, lessonsEach, purchaseBatches, others };
  const deeds = new Deeds({ whole, ...plan, seed, now: Date.now() });
  await deeds.linkAccounts();
  const view = await whole.openDatabase();
  const before = await standOf(view);
  await view.close();

  const kills = planKills(seed, size.kills, size.events);
  const strikes: Strike[] = [];
  const begun: Promise<void>[] = [];
  const failures: unknown[] = [];
  const reporters = new Reporters({
    members,
    batches: planFor(seed, members.length, size.events),
    concurrency: size.concurrency,
    onAcknowledged: (events) => {
      deeds.advanceTo(events / size.events);
      const kill = kills[begun.length];
      const isTime = kill !== undefined && events >= kill.afterEvents;
      // One at a time, and none after one that went wrong.
      if (isTime && begun.length === strikes.length) begun.push(strike(kill));
    },
  });
  const assassin = new Assassin({ whole, database, witness, inFlight: () => reporters.inFlight });
  const strike = (kill: Kill): Promise<void> =>
    assassin.strike(kill).then(
      (met) => {
        strikes.push(met);
        const { victim, unanswered, openTransactions, readyMs } = met;
        process.stderr.write(
          `crash: kill ${strikes.length} (${victim}) met ${unanswered} unanswered requests and ${openTransactions} open transactions${readyMs === null ? '' : `; ready ${readyMs} ms after the database`}\n`,
        );
      },
      (error: unknown) => void failures.push(error),
    );
  const stopTelling = tellProgress(size, reporters, strikes);
  try {
    await reporters.run();
    await deeds.finish();
    await Promise.all(begun);
  } finally {
    stopTelling();
  }
  if (failures.length > 0) throw failures[0];
  return { members, reporters, deeds, desk, strikes, before };
}

function tellProgress(size: CrashSize, reporters: Reporters, strikes: readonly Strike[]): () => void {
  const started = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - started) / 1000);
    process.stderr.write(
      `crash: ${reporters.acknowledged.size} of ${size.events} events acknowledged, ${strikes.length} of ${size.kills} kills, ${reporters.unansweredRequests} requests unanswered, ${seconds} s\n`,
    );
  }, PROGRESS_MS);
  return () => clearInterval(timer);
}
