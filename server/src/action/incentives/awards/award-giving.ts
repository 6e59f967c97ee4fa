import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.ts';
import type { Transaction } from '../../../platform/database/index.ts';
import { Entitlements } from '../../../records/entitlements/index.ts';
import { PointsLedger } from '../ledger/points-ledger.ts';
import { costFenOf, IncentiveLimits } from '../limits/incentive-limits.ts';
import type { Award } from './award.entity.ts';

/** Hands over what awards say, each once by its id, in the transaction in which it was decided. */
@Injectable()
export class AwardGiving {
  constructor(
    private readonly clock: Clock,
    private readonly limits: IncentiveLimits,
    private readonly ledger: PointsLedger,
    private readonly entitlements: Entitlements,
  ) {}

  async give(tx: Transaction, awards: readonly Award[]): Promise<void> {
    if (awards.length === 0) return;
    const now = this.clock.now();
    const { value } = await this.limits.at(now);
    const vouchers = awards.filter(({ reward }) => reward.kind === 'voucher');
    if (vouchers.length > 0)
      await this.entitlements.grantMany(
        tx,
        vouchers.map(({ memberNo, awardId, title }) => ({
          memberNo,
          kind: 'CONSULTATION',
          target: null,
          title,
          sourceKind: 'AWARD',
          sourceId: awardId,
          grantedAt: now,
          expiresAt: null,
        })),
      );
    const credits = awards
      .filter(({ points }) => points > 0)
      .map(({ memberNo, points, pendingUntil, expiresOn, awardId }) => ({
        memberNo,
        points,
        costFen: costFenOf(points, value.pointCostMilliFen),
        pendingUntil,
        expiresOn,
        sourceKind: 'AWARD' as const,
        sourceId: awardId,
        at: now,
      }));
    if (credits.length > 0) await this.ledger.credit(tx, credits);
  }

  /** Takes back what is still there to be taken. */
  async takeBack(tx: Transaction, awards: readonly Award[]): Promise<void> {
    await this.entitlements.cancel(
      tx,
      'AWARD',
      awards.filter(({ reward }) => reward.kind === 'voucher').map(({ awardId }) => awardId),
    );
    for (const { awardId, points } of awards)
      if (points > 0)
        await this.ledger.reverse(tx, { sourceKind: 'AWARD', sourceId: awardId, reason: 'FACT_WITHDRAWN' });
  }
}
