import { Injectable } from '@nestjs/common';
import type { Entitlement as EntitlementView } from '@siyu/shared/contracts/entitlements';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { Entitlement } from './entitlement.entity.ts';
import { viewOf } from './entitlement-view.ts';

/** What a person holds and held under every registration, for the copy of their data. */
@Injectable()
export class EntitlementCopies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The latest first. */
  async copyOf(
    numbers: readonly number[],
    limit: number,
  ): Promise<{ readonly total: number; readonly entries: readonly EntitlementView[] }> {
    const [found, total] = await this.database.read.findAndCount(Entitlement, {
      where: { memberNo: In([...numbers]) },
      order: { grantedAt: 'DESC', entitlementId: 'DESC' },
      take: limit,
    });
    const now = this.clock.now();
    return { total, entries: found.map((entitlement) => viewOf(entitlement, now)) };
  }
}
