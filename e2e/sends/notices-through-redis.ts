import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { notificationsRoutes } from '@siyu/shared/contracts/notifications.routes';
import type { RedisServer } from '../../tools/redis.ts';
import { coreSystem, signInMember, until, type MemberClient } from '../harness/index.ts';
import { submissionId } from '../faults/lesson.ts';
import type { SendsWorld } from './sends-world.ts';

const TEMPLATE = 'sbx-account-linked';
/** What became of the messages of all phases. */
export interface NoticesRun {
  readonly accounts: readonly string[];
  /** How many were still to go when Redis met its fate. */
  readonly openThen: readonly number[];
  readonly calls: ReadonlyMap<string, number>;
  readonly taken: ReadonlyMap<string, number>;
  /** Notices by state. */
  readonly notices: Readonly<Record<string, number>>;
}

/** Persons who allow one message and want to hear when an account is linked to theirs. */
async function subscribers(
  { whole, box }: SendsWorld,
  kind: string,
  count: number,
): Promise<readonly MemberClient[]> {
  const accounts = Array.from({ length: count }, (_, n) => `${kind}-${n}`);
  await box.accept(accounts, TEMPLATE);
  return Promise.all(
    accounts.map(async (account, n) => {
      const member = await signInMember(whole, account, ['SERVICE', 'SENSITIVE']);
      const answers = [{ templateId: TEMPLATE, answer: 'accept' }] as const;
      await member.call(notificationsRoutes.reportAnswers, {
        body: { answerId: submissionId(n), answers: [...answers] },
      });
      const params = { kind: 'ACCOUNT_LINKED' } as const;
      const body = { subject: 'account', isWished: true };
      await member.call(notificationsRoutes.setWish, { params, body });
      return member;
    }),
  );
}

/**
 * Messages that modules plan, over HTTP, while Redis is emptied, while it is killed, and by a server that was started
 * without it.
 */
export async function noticesThroughRedis(
  world: SendsWorld,
  redis: RedisServer,
  count: number,
): Promise<NoticesRun> {
  const { whole, box } = world;
  const accounts: string[] = [];
  const core = coreSystem(whole);
  const openThen: number[] = [];
  const calls = new Map<string, number>();
  const taken = new Map<string, number>();
  // The box forgets what is further back than a phase.
  const note = async () => {
    const seen = await box.seen();
    for (const [account, n] of seen.calls) calls.set(account, (calls.get(account) ?? 0) + n);
    for (const [account, n] of seen.taken) taken.set(account, (taken.get(account) ?? 0) + n);
  };
  const goOut = async (phase: string, meanwhile: () => Promise<unknown>) => {
    const members = await subscribers(world, `redis-${phase}`, count);
    accounts.push(...members.map(({ account }) => account));
    const before = await world.countOf('SENT');
    await box.fault({ kind: 'slow', delayMs: 300 });
    await Promise.all(
      members.map(({ account, session }) =>
        core.call(identityRoutes.linkCoreCustomer, {
          body: {
            memberId: session.member.memberId,
            coreCustomerId: account,
            verifiedBy: 'counter',
          },
        }),
      ),
    );
    await until('the first have gone out', async () => (await world.countOf('SENT')) > before);
    openThen.push(await world.countOf('PLANNED', 'SENDING'));
    await meanwhile();
    await world.atRest();
    await note();
    await box.clearFaults();
  };
  await until('Redis carries the jobs', () => whole.log().includes('Redis carries the jobs'));
  await box.seen();
  await goOut('emptied', () => redis.command('FLUSHALL'));
  await until('schedules are there again', async () => /^:[1-9]/.test(await redis.command('DBSIZE')));
  await goOut('killed', redis.kill);
  await whole.restartServer();
  if (whole.log().includes('Redis carries the jobs')) throw new Error('Redis is there');
  await goOut('absent', () => Promise.resolve());
  const view = await whole.openDatabase();
  const rows = await view.query('SELECT state, COUNT(*) AS n FROM notices GROUP BY state');
  await view.close();
  return {
    calls,
    taken,
    accounts,
    openThen,
    notices: Object.fromEntries(rows.map((row) => [String(row['state']), Number(row['n'])])),
  };
}
