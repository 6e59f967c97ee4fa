import { Injectable } from '@nestjs/common';
import type { EntitlementKind, EntitlementSource } from '@siyu/shared/contracts/entitlements.limits';
import { type EntityManager, In } from 'typeorm';
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

  /** Whether the person holds it, under any registration: used ones hold too, since a course that was begun goes on. */
  async holds(
    memberNo: number,
    kind: EntitlementKind,
    target: string,
    manager?: EntityManager,
  ): Promise<boolean> {
    return (await this.heldTargets(memberNo, kind, manager)).has(target);
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

  /** What one source gave; null when it gave nothing. */
  find(source: GrantSource, manager: EntityManager = this.database.read): Promise<HeldEntitlement | null> {
    return manager.findOneBy(Entitlement, { ...source });
  }
}
