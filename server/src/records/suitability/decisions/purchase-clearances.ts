import { Injectable } from '@nestjs/common';
import { isOpen, type Match } from '@siyu/shared/suitability';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/clock/index.ts';
import { among, Database, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity } from '../../identity/index.ts';
import { matchRefused, noticesDue, productUnknown, stillCooling } from './decisions.errors.ts';
import { SuitabilityGate } from './suitability-gate.ts';

/** A member was let buy a product of high risk, by the decision of that id. */
export interface HighRiskCleared {
  readonly decisionId: string;
  readonly memberNo: number;
}
export type HighRiskHandler = (tx: Transaction, cleared: HighRiskCleared) => Promise<unknown>;

/** Letting members buy. They do it where the firm sells; here is only kept that they may, and until when. */
@Injectable()
export class PurchaseClearances {
  readonly #handlers: HighRiskHandler[] = [];

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly gate: SuitabilityGate,
  ) {}

  /**
   * Called in the transaction that lets a member buy what is of high risk: one more call has to follow (REQ-SUIT-4). Call
   * it in `onModuleInit`.
   */
  onHighRisk(handler: HighRiskHandler): void {
    this.#handlers.push(handler);
  }

  /**
   * Until when a clearance that was given still lets the member buy; null: none does. What would not be let today is not
   * let by what was decided before. Epoch milliseconds.
   */
  async until(
    manager: EntityManager,
    memberNo: number,
    productId: string,
    today: Match,
  ): Promise<number | null> {
    if (!isOpen(today)) return null;
    const own = among('member_no', await this.identity.numbersOf(memberNo, manager));
    const rows: readonly { readonly until: string | number | null }[] = await manager.query(
      `SELECT MAX(cleared_until) AS until FROM suitability_decisions
       WHERE ${own.sql} AND product_id = ? AND door = 'PURCHASE' AND cleared_until > ?`,
      [...own.values, productId, this.clock.now()],
    );
    const until = rows[0]?.until ?? null;
    return until === null ? null : Number(until);
  }

  /**
   * Lets the member buy, or says why not; whoever is let already is let no second time. What is refused is on record too.
   * @throws {AppError} suitability.product_unknown, suitability.refused, suitability.notices_due, suitability.cooling
   */
  async clear(memberNo: number, productId: string, actor: Principal): Promise<void> {
    const pairs = { memberNos: [memberNo], productIds: [productId] };
    const match = await this.database.runInTransaction(async (tx) => {
      await this.identity.lockMembers(tx, [memberNo]);
      const [foreseen] = await this.gate.foresee({ door: 'PURCHASE', ...pairs }, tx.manager);
      if (foreseen === undefined) throw productUnknown();
      if ((await this.until(tx.manager, memberNo, productId, foreseen.match)) !== null) return foreseen.match;
      const purpose = 'productShelf.clear';
      const clearance = await this.gate.decide(tx, { door: 'PURCHASE', ...pairs, purpose, actor });
      const decided = clearance.matchOf(memberNo, productId) ?? foreseen.match;
      const decisionId = clearance.decisionIdOf(memberNo, productId);
      const isHighRisk = decided.verdict === 'NEEDS_WARNING' && decided.isHighRisk && isOpen(decided);
      if (isHighRisk && decisionId !== null)
        for (const handle of this.#handlers) await handle(tx, { decisionId, memberNo });
      return decided;
    });
    if (match.verdict === 'UNSUITABLE') throw matchRefused(match.reasons);
    if (match.verdict === 'NEEDS_WARNING' && match.due.length > 0) throw noticesDue();
    if (!isOpen(match)) throw stillCooling();
  }
}
