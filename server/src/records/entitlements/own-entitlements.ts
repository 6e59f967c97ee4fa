import { Injectable } from '@nestjs/common';
import type { OwnEntitlementQuery, OwnEntitlements as Page } from '@siyu/shared/contracts/entitlements';
import { In } from 'typeorm';
import { z } from 'zod';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import { Identity } from '../identity/index.ts';
import { Entitlement } from './entitlement.entity.ts';
import { viewOf } from './entitlement-view.ts';

/** When the last one of a page was given, and its id. */
const Position = z.tuple([z.int(), z.string().max(36)]);

/** What a member holds and held, as they see it themselves. */
@Injectable()
export class OwnEntitlements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
  ) {}

  /** Under any registration, the latest first. */
  async list(memberNo: number, { limit, cursor }: z.output<typeof OwnEntitlementQuery>): Promise<Page> {
    const numbers = await this.identity.numbersOf(memberNo);
    const matching = this.database.read
      .createQueryBuilder(Entitlement, 'e')
      .where({ memberNo: In([...numbers]) });
    const after = decodeCursor(cursor, Position);
    if (after !== null) {
      const [at, id] = after;
      matching.andWhere('(e.grantedAt < :at OR (e.grantedAt = :at AND e.entitlementId < :id))', { at, id });
    }
    const found = await matching
      .orderBy('e.grantedAt', 'DESC')
      .addOrderBy('e.entitlementId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const now = this.clock.now();
    return {
      entitlements: page.map((entitlement) => {
        const view = viewOf(entitlement, now);
        const isCancellable = view.standing === 'GRANTED' && view.source === 'REDEMPTION';
        return { ...view, cancellableId: isCancellable ? entitlement.sourceId : null };
      }),
      nextCursor: last === undefined ? null : encodeCursor([last.grantedAt, last.entitlementId]),
    };
  }
}
