import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type PurgedStep, Purges } from '../../foundation/retention/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import { EngagementEvent } from './engagement.entity.ts';
import { TYPES_KEPT_BY_LAW } from './types-kept-by-law.ts';

/** Rows of the log that one step walks past. */
const ROWS_PER_STEP = 1_000;

/**
 * What members did leaves the log two years later, entry by entry; the counts by day stay. Nobody's clock ticks: what
 * is known of a member stays known, and a replay of a time before says that the log is no longer whole.
 */
@Injectable()
export class BehaviourPurge implements OnModuleInit {
  constructor(private readonly purges: Purges) {}

  onModuleInit(): void {
    this.purges.register({ line: 'behaviour', step: (...step) => this.#step(...step) });
  }

  async #step({ manager }: Transaction, from: number, before: number): Promise<PurgedStep> {
    // The moment of the last row of the step, by the index over it: what stays because of a duty is walked past once.
    const last = await manager
      .createQueryBuilder(EngagementEvent, 'event')
      .select('event.recordedAt', 'at')
      .where('event.recordedAt >= :from AND event.recordedAt < :before', { from, before })
      .orderBy('event.recordedAt')
      .offset(ROWS_PER_STEP - 1)
      .limit(1)
      .getRawOne<{ at: number | string }>();
    const through = last === undefined ? before : Number(last.at) + 1;
    const { affected } = await manager
      .createQueryBuilder()
      .delete()
      .from(EngagementEvent)
      .where('recorded_at >= :from AND recorded_at < :through AND type NOT IN (:...kept)', {
        from,
        through,
        kept: [...TYPES_KEPT_BY_LAW],
      })
      .execute();
    return { removed: affected ?? 0, through: last === undefined ? null : through };
  }
}
