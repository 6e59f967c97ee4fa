import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Whom a product has reached by what the firm did: it was pushed to them, or they were let buy it. */
@Injectable()
export class ReachedMembers {
  /**
   * Ascending, by the index over members: one look through it for all pages together.
   * @param after the last number of the page before
   */
  async page(
    manager: EntityManager,
    productId: string,
    after: number,
    limit: number,
  ): Promise<readonly number[]> {
    const rows: readonly { readonly memberNo: number | string }[] = await manager.query(
      `SELECT DISTINCT member_no AS memberNo FROM suitability_decisions
       WHERE member_no > ? AND product_id = ? AND door IN ('PUSH', 'PURCHASE') AND is_open = 1
       ORDER BY member_no LIMIT ?`,
      [after, productId, limit],
    );
    return rows.map(({ memberNo }) => Number(memberNo));
  }
}
