import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import type { Fen } from '@siyu/shared/money';
import { AppModule } from '../../../app.module.ts';
import type { Engine } from '../../../platform/database/index.ts';
import { Identity, type MemberRecord } from '../../../records/identity/index.ts';
import { Transactions } from '../../../records/transactions/index.ts';
import { createTestApp, type TestApp } from '../../../testing/index.ts';
import { ScoreDueWorker } from '../../scoring/index.ts';
import { NoAssets } from '../assets-source.ts';

const DAY = 86_400_000;

/** An application with members that buy and hold; each scenario decides when they are scored. */
export interface SegmentFirm extends TestApp {
  readonly identity: Identity;
  /** What customers hold, by number, as the core system would tell it. */
  readonly holdings: Map<number, Fen>;
  join(branchId?: string, purposes?: readonly ConsentPurpose[]): Promise<MemberRecord>;
  buy(member: MemberRecord, amountFen: number, daysAgo: number): Promise<void>;
  decide(member: MemberRecord, purpose: ConsentPurpose, isGranted: boolean): Promise<void>;
  /** A fact that changes nothing by itself. */
  touch(member: MemberRecord): Promise<void>;
  drain(): Promise<void>;
}

export async function openSegmentFirm(
  engine: Engine,
  env: Record<string, string> = {},
): Promise<SegmentFirm> {
  const holdings = new Map<number, Fen>();
  const assets = { provide: NoAssets, useValue: { assetsOf: async () => holdings } };
  const test = await createTestApp({
    engine,
    modules: [AppModule],
    overrides: [assets],
    env: { RUNS_JOBS: 'false', ...env },
  });
  const identity = test.app.get(Identity);
  let count = 0;
  return {
    ...test,
    identity,
    holdings,
    join: async (branchId, purposes = ['SERVICE', 'PROFILING', 'SENSITIVE']) => {
      count += 1;
      const name = { kind: 'wechat_openid', issuer: 'wx', externalId: `segments-${count}` } as const;
      const profile = branchId === undefined ? {} : { branchId };
      return test.database.runInTransaction(async (tx) => {
        const member = await identity.registerOrFind(tx, name, [], profile);
        await identity.grantConsents(tx, member.memberNo, purposes, 'console');
        if (purposes.includes('SENSITIVE'))
          await identity.linkCoreCustomer(tx, 'system', member, `core-${member.memberNo}`, 'counter');
        return member;
      });
    },
    buy: async ({ memberNo }, amountFen, daysAgo) => {
      count += 1;
      const purchase = {
        sourceId: `p-${count}`,
        coreCustomerId: `core-${memberNo}`,
        occurredAt: new Date(test.clock.now() - daysAgo * DAY).toISOString(),
        productCode: 'FUND',
        amountFen,
        benefitFen: 0,
      };
      await test.database.runInTransaction((tx) => test.app.get(Transactions).record(tx, [purchase]));
    },
    decide: async ({ memberNo }, purpose, isGranted) => {
      await test.database.runInTransaction((tx) =>
        isGranted
          ? identity.grantConsents(tx, memberNo, [purpose], 'console')
          : identity.decideConsents(tx, memberNo, [{ purpose, textVersion: '', isGranted }], 'console'),
      );
    },
    touch: async ({ memberNo }) => {
      await test.database.runInTransaction((tx) => identity.advanceClock(tx, memberNo));
    },
    drain: () => test.app.get(ScoreDueWorker).drain(),
  };
}
