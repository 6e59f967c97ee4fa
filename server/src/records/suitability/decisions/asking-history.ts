import { Injectable } from '@nestjs/common';
import type { Asking, GivenNotice } from '@siyu/shared/suitability';
import type { EntityManager } from 'typeorm';
import { among, type Fragment, selectRows } from '../../../platform/database/index.ts';
import { Identity } from '../../identity/index.ts';
import { pairKey } from './clearance.ts';
import { GivenNoticeEntry } from './given-notice.entity.ts';

interface Pairs {
  readonly memberNos: readonly number[];
  readonly productIds: readonly string[];
}

/** What has passed between members and the firm about products, under every registration of a person. */
@Injectable()
export class AskingHistory {
  constructor(private readonly identity: Identity) {}

  /**
   * By `pairKey`; where nothing has passed there is nothing. Staff spoke of a product first when the firm pushed it,
   * ever: what was let through is on record, and nothing else is.
   * @param since notices of before count no more, epoch milliseconds
   */
  async of(
    manager: EntityManager,
    { memberNos, productIds }: Pairs,
    since: number,
  ): Promise<ReadonlyMap<string, Asking>> {
    if (memberNos.length === 0 || productIds.length === 0) return new Map();
    const persons = await this.identity.personsOf(memberNos);
    const numbers = [
      ...new Set(memberNos.flatMap((memberNo) => persons.get(memberNo)?.numbers ?? [memberNo])),
    ];
    const where = both(numbers, productIds);
    const askedAt = await instants(manager, {
      sql: `SELECT member_no AS memberNo, product_id AS productId, MAX(asked_at) AS at FROM product_askings
        WHERE ${where.sql} GROUP BY member_no, product_id`,
      values: where.values,
    });
    const pushedAt = await instants(manager, {
      sql: `SELECT member_no AS memberNo, product_id AS productId, MIN(decided_at) AS at FROM suitability_decisions
        WHERE ${where.sql} AND door = 'PUSH' AND is_open = 1 GROUP BY member_no, product_id`,
      values: where.values,
    });
    const notices = await selectRows(manager, GivenNoticeEntry, {
      sql: `${where.sql} AND given_at >= ?`,
      values: [...where.values, since],
    });
    return new Map(
      memberNos.flatMap((memberNo) => {
        const own = persons.get(memberNo)?.numbers ?? [memberNo];
        return productIds.map((productId) => {
          const keys = new Set(own.map((number) => pairKey({ memberNo: number, productId })));
          const isOfPair = (row: Pair): boolean => keys.has(pairKey(row));
          const given = notices.filter(isOfPair).map(givenOf);
          const asking: Asking = {
            askedAt: latest(askedAt.filter(isOfPair)),
            contactedAt: earliest(pushedAt.filter(isOfPair)),
            notices: given.sort((one, other) => one.at - other.at),
          };
          return [pairKey({ memberNo, productId }), asking] as const;
        });
      }),
    );
  }
}

interface Pair {
  readonly memberNo: number;
  readonly productId: string;
}
interface PairInstant extends Pair {
  readonly at: number;
}

async function instants(manager: EntityManager, { sql, values }: Fragment): Promise<readonly PairInstant[]> {
  const rows: readonly { memberNo: number; productId: string; at: number | string }[] = await manager.query(
    sql,
    [...values],
  );
  return rows.map(({ memberNo, productId, at }) => ({
    memberNo: Number(memberNo),
    productId,
    at: Number(at),
  }));
}

const both = (numbers: readonly number[], productIds: readonly string[]) => {
  const ofMembers = among('member_no', numbers);
  const ofProducts = among('product_id', productIds);
  return {
    sql: `${ofMembers.sql} AND ${ofProducts.sql}`,
    values: [...ofMembers.values, ...ofProducts.values],
  };
};

const givenOf = ({ kind, givenAt, investorLevel, productLevel }: GivenNoticeEntry): GivenNotice => ({
  kind,
  at: givenAt,
  investorLevel,
  productLevel,
});

const latest = (rows: readonly PairInstant[]): number | null =>
  rows.length === 0 ? null : Math.max(...rows.map(({ at }) => at));
const earliest = (rows: readonly PairInstant[]): number | null =>
  rows.length === 0 ? null : Math.min(...rows.map(({ at }) => at));
