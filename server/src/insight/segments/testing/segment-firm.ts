import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import { AppModule } from '../../../app.module.ts';
import { WechatLogin } from '../../../foundation/wechat/index.ts';
import type { Engine } from '../../../platform/database/index.ts';
import { Identity, type MemberRecord } from '../../../records/identity/index.ts';
import { Transactions } from '../../../records/transactions/index.ts';
import { createTestApp, TEST_CORE_TOKEN, type TestApp } from '../../../testing/index.ts';
import { ScoreDueWorker } from '../../scoring/index.ts';

const DAY = 86_400_000;
/** Whoever signs in is whom the code names. */
const wechat = {
  provide: WechatLogin,
  useValue: {
    code2Session: (code: string) => Promise.resolve({ openid: code, unionid: null, sessionKey: 'key' }),
  },
};

/** An application with members that buy and hold; each scenario decides when they are scored. */
export interface SegmentFirm extends TestApp {
  readonly identity: Identity;
  join(branchId?: string, purposes?: readonly ConsentPurpose[]): Promise<MemberRecord>;
  buy(member: MemberRecord, amountFen: number, daysAgo: number): Promise<void>;
  /** The core system tells what the member holds now, of one product. */
  hold(member: MemberRecord, amountFen: number, productCode?: string): Promise<void>;
  decide(member: MemberRecord, purpose: ConsentPurpose, isGranted: boolean): Promise<void>;
  /** A fact that changes nothing by itself. */
  touch(member: MemberRecord): Promise<void>;
  drain(): Promise<void>;
}

export async function openSegmentFirm(
  engine: Engine,
  env: Record<string, string> = {},
): Promise<SegmentFirm> {
  const test = await createTestApp({
    engine,
    modules: [AppModule],
    overrides: [wechat],
    env: { RUNS_JOBS: 'false', ...env },
  });
  const identity = test.app.get(Identity);
  let count = 0;
  return {
    ...test,
    identity,
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
    hold: async ({ memberNo }, amountFen, productCode = 'FUND') => {
      count += 1;
      const snapshot = {
        sourceId: `h-${count}`,
        kind: 'holding_snapshot',
        coreCustomerId: `core-${memberNo}`,
        occurredAt: new Date(test.clock.now()).toISOString(),
        productCode,
        amountFen,
      };
      const answer = await fetch(`${test.url}/v1/core/transactions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${TEST_CORE_TOKEN}` },
        body: JSON.stringify({ transactions: [snapshot] }),
      });
      const text = await answer.text();
      if (!text.includes('"recorded"')) throw new Error(text);
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
