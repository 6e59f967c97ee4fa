import { Injectable } from '@nestjs/common';
import { startOfDay, addDays, dayOfInstant } from '@siyu/shared/time';
import { Clock } from '../platform/clock/index.ts';
import { Config } from '../platform/config/index.ts';
import type { Transaction } from '../platform/database/index.ts';
import { Identity, type MemberRecord } from '../records/identity/index.ts';
import { Transactions, type ReportedPurchase } from '../records/transactions/index.ts';
import type { DemoMember } from './demo-member.ts';
import { DemoOrganisation } from './demo-organisation.ts';
import { DemoSteps } from './demo-steps.ts';

/** A step stays well under the limits of a transaction. */
const MEMBERS_PER_STEP = 10;
const PURCHASES_PER_CALL = 250;

/** Registers members with what they agreed to, their adviser, their account and its purchases. */
@Injectable()
export class DemoMembers {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly steps: DemoSteps,
    private readonly organisation: DemoOrganisation,
    private readonly identity: Identity,
    private readonly transactions: Transactions,
  ) {}

  async load(members: readonly DemoMember[], progress: (done: number) => void): Promise<void> {
    const branchIds = await this.organisation.branchIds();
    const staff = await this.organisation.staffByLogin();
    for (let from = 0; from < members.length; from += MEMBERS_PER_STEP) {
      const batch = members.slice(from, from + MEMBERS_PER_STEP);
      await this.steps.once(`members:${from}`, async (tx) => {
        for (const member of batch) {
          const adviserId = member.adviser === null ? null : (staff.get(member.adviser)?.staffId ?? null);
          await this.register(tx, member, branchIds[member.branch], adviserId);
        }
      });
      await this.steps.once(`purchases:${from}`, async (tx) => {
        const purchases = batch.flatMap((member) => this.purchasesOf(member));
        for (let at = 0; at < purchases.length; at += PURCHASES_PER_CALL)
          await this.transactions.record(tx, purchases.slice(at, at + PURCHASES_PER_CALL));
      });
      progress(Math.min(from + MEMBERS_PER_STEP, members.length));
    }
  }

  /** The member behind a planned one, registered with the identity the sandbox's phone signs in with. */
  find(tx: Transaction, { key }: DemoMember): Promise<MemberRecord> {
    return this.identity.registerOrFind(tx, {
      kind: 'wechat_openid',
      issuer: this.config.wechat.appId,
      externalId: `osbx-${key}`,
    });
  }

  private async register(
    tx: Transaction,
    member: DemoMember,
    branchId: string | undefined,
    adviserId: string | null,
  ): Promise<void> {
    const { key, name, consents, isLinked } = member;
    const registered = await this.identity.registerOrFind(
      tx,
      { kind: 'wechat_openid', issuer: this.config.wechat.appId, externalId: `osbx-${key}` },
      [{ kind: 'wechat_unionid', issuer: 'wechat', externalId: `usbx-${key}` }],
      {
        displayName: name,
        registeredAt: this.instantOf(member.registeredDaysAgo, 36_000),
        ...(branchId === undefined ? {} : { branchId }),
      },
    );
    const { memberNo } = registered;
    if (consents.length > 0) await this.identity.grantConsents(tx, memberNo, consents, 'demo');
    if (adviserId !== null) await this.identity.bindAdviser(tx, memberNo, adviserId);
    if (isLinked)
      await this.identity.linkCoreCustomer(tx, 'system', registered, coreCustomerId(member), 'counter');
  }

  private purchasesOf(member: DemoMember): ReportedPurchase[] {
    return member.purchases.map((purchase, index) => ({
      sourceId: `demo-${member.key}-${index + 1}`,
      coreCustomerId: coreCustomerId(member),
      occurredAt: new Date(this.instantOf(purchase.daysAgo, purchase.secondOfDay)).toISOString(),
      productCode: purchase.productCode,
      amountFen: purchase.amountFen,
      benefitFen: purchase.benefitFen,
    }));
  }

  private instantOf(daysAgo: number, secondOfDay: number): number {
    return startOfDay(addDays(dayOfInstant(this.clock.now()), -daysAgo)) + secondOfDay * 1000;
  }
}

const coreCustomerId = ({ key }: DemoMember): string => `demo-${key}`;
