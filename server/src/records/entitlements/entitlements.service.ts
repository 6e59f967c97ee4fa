import { Injectable } from '@nestjs/common';
import type { EntitlementKind, EntitlementSource } from '@siyu/shared/contracts/entitlements.limits';
import { type EntityManager, In, Not } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { Entitlement } from './entitlement.entity.ts';

/** What is to be given, and what it comes of: once for each source. */
export interface Grant {
  readonly memberNo: number;
  readonly kind: EntitlementKind;
  /** A path's code, a live's id, an item's id; null for a voucher. */
  readonly target: string | null;
  readonly title: string;
  readonly sourceKind: EntitlementSource;
  readonly sourceId: string;
  readonly grantedAt: number;
  readonly expiresAt: number | null;
}
/** What something was given for. */
export type GrantSource = Pick<Grant, 'sourceKind' | 'sourceId'>;
export type HeldEntitlement = Readonly<Entitlement>;

const ALREADY_GIVEN = {
  sqlite: 'ON CONFLICT (source_kind, source_id) DO NOTHING',
  mysql: 'ON DUPLICATE KEY UPDATE entitlement_id = entitlement_id',
} as const;

/**
 * The register of what members hold. Every change is one conditional update: of a member who cancels and somebody of
 * staff who honours a voucher at once, one is told that it came too late.
 */
@Injectable()
export class Entitlements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
  ) {}

  /** Gives all of these in as few statements as there are hundreds; what a source gave before is not given again. */
  async grantMany(tx: Transaction, grants: readonly Grant[]): Promise<void> {
    const rows = grants.map((grant) => ({
      ...grant,
      entitlementId: this.randomness.uuid(),
      state: 'GRANTED',
      endedAt: null,
      endedById: null,
    }));
    await insertRows(tx, Entitlement, rows, ALREADY_GIVEN[this.database.engine]);
  }

  /** Gives one. Told again it changes nothing. @returns its id, the first one's when the source had given it before */
  async grant(tx: Transaction, grant: Grant): Promise<string> {
    await this.grantMany(tx, [grant]);
    const { sourceKind, sourceId } = grant;
    const { entitlementId } = await tx.manager.findOneByOrFail(Entitlement, { sourceKind, sourceId });
    return entitlementId;
  }

  /**
   * Uses one that stands and has not expired.
   * @param usedById whoever of staff honoured it; null where the member used it themselves
   * @returns false when it was used, cancelled or expired before
   */
  async use(tx: Transaction, entitlementId: string, usedById: string | null): Promise<boolean> {
    const now = this.clock.now();
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(Entitlement)
      .set({ state: 'USED', endedAt: now, endedById: usedById })
      .where({ entitlementId, state: 'GRANTED' })
      .andWhere('(expires_at IS NULL OR expires_at > :now)', { now })
      .execute();
    return affected === 1;
  }

  /** Uses a coupon of a person for an item. @returns false when it is not theirs, not for this, or stands no longer */
  async useCoupon(
    tx: Transaction,
    numbers: readonly number[],
    entitlementId: string,
    itemId: string,
  ): Promise<boolean> {
    const own = { entitlementId, memberNo: In([...numbers]), kind: 'COUPON', target: itemId } as const;
    return (await tx.manager.existsBy(Entitlement, own)) && this.use(tx, entitlementId, null);
  }

  /** Makes a used one stand again: what it was used for was undone. */
  async restore(tx: Transaction, entitlementId: string): Promise<void> {
    const stands = { state: 'GRANTED', endedAt: null, endedById: null } as const;
    await tx.manager.update(Entitlement, { entitlementId, state: 'USED' }, stands);
  }

  /** Uses whatever of this the person holds and has not used: for what is used by having it open. */
  async useHeld(tx: Transaction, memberNo: number, kind: EntitlementKind, target: string): Promise<void> {
    const numbers = await this.identity.numbersOf(memberNo, tx.manager);
    const unused = { memberNo: In([...numbers]), kind, target, state: 'GRANTED' } as const;
    await tx.manager.update(Entitlement, unused, { state: 'USED', endedAt: this.clock.now() });
  }

  /** Takes back what one source gave. @returns it as it was; null when it was used, taken back or has expired */
  async takeBack(tx: Transaction, source: GrantSource): Promise<HeldEntitlement | null> {
    const now = this.clock.now();
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(Entitlement)
      .set({ state: 'CANCELLED', endedAt: now })
      .where({ ...source, state: 'GRANTED' })
      .andWhere('(expires_at IS NULL OR expires_at > :now)', { now })
      .execute();
    return affected === 1 ? tx.manager.findOneBy(Entitlement, { ...source }) : null;
  }

  /** Takes back what these sources gave and nobody has used yet. @returns how many were taken back */
  async cancel(
    tx: Transaction,
    sourceKind: EntitlementSource,
    sourceIds: readonly string[],
  ): Promise<number> {
    if (sourceIds.length === 0) return 0;
    const { affected } = await tx.manager.update(
      Entitlement,
      { sourceKind, sourceId: In([...sourceIds]), state: 'GRANTED' },
      { state: 'CANCELLED', endedAt: this.clock.now() },
    );
    return affected ?? 0;
  }

  /** Those of the sources whose gift was not taken back: it stands, was used or has expired. */
  async kept(
    manager: EntityManager,
    sourceKind: EntitlementSource,
    sourceIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (sourceIds.length === 0) return new Set();
    const found = await manager.find(Entitlement, {
      select: { entitlementId: true, sourceId: true },
      where: { sourceKind, sourceId: In([...sourceIds]), state: Not('CANCELLED') },
    });
    return new Set(found.map(({ sourceId }) => sourceId));
  }

  /** Whether the person holds it, under any registration: used ones hold too, since a course that was begun goes on. */
  async holds(
    memberNo: number,
    kind: EntitlementKind,
    target: string,
    manager?: EntityManager,
  ): Promise<boolean> {
    return (await this.heldTargets(memberNo, kind, manager)).has(target);
  }

  /** What stands of a kind that the person has not used yet, in the order in which it was given. */
  async unusedOf(memberNo: number, kind: EntitlementKind): Promise<readonly HeldEntitlement[]> {
    const numbers = await this.identity.numbersOf(memberNo);
    return this.database.read
      .createQueryBuilder(Entitlement, 'e')
      .where({ memberNo: In([...numbers]), kind, state: 'GRANTED' })
      .andWhere('(e.expires_at IS NULL OR e.expires_at > :now)', { now: this.clock.now() })
      .orderBy('e.grantedAt', 'ASC')
      .addOrderBy('e.entitlementId', 'ASC')
      .getMany();
  }

  /** Targets of all of a kind that the person holds now. */
  async heldTargets(
    memberNo: number,
    kind: EntitlementKind,
    manager: EntityManager = this.database.read,
  ): Promise<ReadonlySet<string>> {
    const numbers = await this.identity.numbersOf(memberNo, manager);
    const held = await manager
      .createQueryBuilder(Entitlement, 'e')
      .where({ memberNo: In([...numbers]), kind, state: In(['GRANTED', 'USED']) })
      .andWhere('(e.expires_at IS NULL OR e.expires_at > :now)', { now: this.clock.now() })
      .getMany();
    return new Set(held.flatMap(({ target }) => target ?? []));
  }
}
