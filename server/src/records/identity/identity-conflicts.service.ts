import { Injectable } from '@nestjs/common';
import type { ConflictKind } from '@siyu/shared/contracts/identity.limits';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { IdentityConflict } from './identity-conflict.entity.ts';
import { conflictNotFound } from './identity.errors.ts';

export interface Claim {
  readonly kind: ConflictKind;
  readonly issuer: string;
  readonly externalId: string;
  /** Who claims it now, and whose it is so far. */
  readonly claimantNo: number;
  readonly holderNo: number;
}

/** What two registrations both claim. Nothing is decided here: a person looks into it, then merges or dismisses. */
@Injectable()
export class IdentityConflicts {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
  ) {}

  /** Told again it is the same conflict, and open again. */
  async report(tx: Transaction, claim: Claim): Promise<void> {
    const now = this.clock.now();
    const conflictId = this.randomness.uuid();
    const row = { ...claim, conflictId, firstAt: now, lastAt: now, times: 0, state: 'OPEN' };
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(IdentityConflict)
      .values({ ...row, deciderId: null, note: null })
      .orIgnore()
      .updateEntity(false)
      .execute();
    const { kind, issuer, externalId, claimantNo, holderNo } = claim;
    await tx.manager
      .createQueryBuilder()
      .update(IdentityConflict)
      .set({ times: () => 'times + 1', lastAt: now, state: 'OPEN', holderNo })
      .where({ kind, issuer, externalId, claimantNo })
      .execute();
    const kept = await tx.manager.findOneByOrFail(IdentityConflict, { kind, issuer, externalId, claimantNo });
    await this.audit.record(tx, {
      actor: 'system',
      action: 'identity.conflict_reported',
      subjectKind: 'identity_conflict',
      subjectId: kept.conflictId,
      subjectNo: claimantNo,
      reasonCode: kind,
    });
  }

  /** Conflicts between two registrations are settled while these are one person, and open again afterwards. */
  async follow(tx: Transaction, one: number, other: number, areMerged: boolean): Promise<void> {
    const [from, to] = areMerged ? ['OPEN', 'SETTLED'] : ['SETTLED', 'OPEN'];
    for (const [claimantNo, holderNo] of [
      [one, other],
      [other, one],
    ]) {
      await tx.manager
        .createQueryBuilder()
        .update(IdentityConflict)
        .set({ state: to })
        .where({ claimantNo, holderNo, state: from })
        .execute();
    }
  }

  /** @throws {AppError} identity.conflict_not_found when there is none that is open. */
  async dismiss(tx: Transaction, actor: Principal, conflictId: string, note: string): Promise<void> {
    const { affected } = await tx.manager
      .createQueryBuilder()
      .update(IdentityConflict)
      .set({ state: 'DISMISSED', deciderId: actor.id, note })
      .where({ conflictId, state: 'OPEN' })
      .execute();
    if (affected !== 1) throw conflictNotFound();
    await this.audit.record(tx, {
      actor,
      action: 'identity.conflict_dismissed',
      subjectKind: 'identity_conflict',
      subjectId: conflictId,
    });
  }
}
