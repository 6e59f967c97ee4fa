import { Injectable } from '@nestjs/common';
import type { DecideHold } from '@siyu/shared/contracts/awards';
import { In } from 'typeorm';
import { Audit, sha256OfJson } from '../../../foundation/audit/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity } from '../../../records/identity/index.ts';
import { Budgets } from '../rules/budgets.ts';
import { shareOf } from './award-budgets.ts';
import { Award } from './award.entity.ts';
import { AwardStock } from './award-stock.ts';
import { AwardGiving } from './award-giving.ts';
import { awardDecided, awardNotFound, memberNotServed } from './awards.errors.ts';
import { EarningFactRow } from './earning-fact.entity.ts';

/** What staff decide about awards: each act once, by one person, with a reason, and in the audit trail (REQ-INC-8). */
@Injectable()
export class AwardDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly budgets: Budgets,
    private readonly stock: AwardStock,
    private readonly giving: AwardGiving,
  ) {}

  /** @throws {AppError} awards.not_found, awards.decided, awards.member_not_served */
  async decide(actor: Principal, awardId: string, { isReleased, reason }: DecideHold): Promise<Award> {
    await this.database.runInTransaction(async (tx) => {
      const award = await this.#find(tx, awardId);
      const state = isReleased ? 'AWARDED' : 'REFUSED';
      const isSame = award.state === state && award.deciderId === actor.id && award.decisionReason === reason;
      if (isSame) return;
      const change = { state, refusal: isReleased ? null : 'PERSON' } as const;
      if (!(await this.#move(tx, award, 'HELD', { ...change, ...this.#by(actor, reason) })))
        throw awardDecided();
      if (!isReleased) {
        await this.budgets.giveBack(tx, award.ruleNo, shareOf([award]));
        await this.stock.giveBack(tx, [award]);
      }
      await this.identity.lockMembers(tx, [award.memberNo]);
      if (isReleased) {
        if (!(await this.identity.mayProcess(award.memberNo, 'SERVICE'))) throw memberNotServed();
        await this.giving.give(tx, [award]);
      }
      await this.#note(tx, actor, isReleased ? 'awards.release' : 'awards.refuse', award, reason);
    });
    return this.get(awardId);
  }

  /**
   * What the award rests on did not happen as it was told: it counts no more, and every award for it is taken back.
   * @throws {AppError} awards.not_found, awards.decided
   */
  async withdraw(actor: Principal, awardId: string, reason: string): Promise<Award> {
    await this.database.runInTransaction(async (tx) => {
      const { memberNo, eventId, ...award } = await this.#find(tx, awardId);
      if (award.state === 'REVERSED' && award.decisionReason === reason) return;
      const where = { memberNo, eventId, state: In(['AWARDED', 'HELD']) };
      const given = await tx.manager.find(Award, { where, order: { ruleNo: 'ASC' } });
      if (given.length === 0) throw awardDecided();
      for (const each of given) await this.budgets.giveBack(tx, each.ruleNo, shareOf([each]));
      await this.stock.giveBack(tx, given);
      await this.identity.lockMembers(tx, [memberNo]);
      const numbers = In([...(await this.identity.numbersOf(memberNo))]);
      await tx.manager.update(
        EarningFactRow,
        { memberNo: numbers, eventId },
        { withdrawnAt: this.clock.now() },
      );
      for (const each of given) {
        const by = this.#by(actor, reason);
        if (!(await this.#move(tx, each, each.state, { state: 'REVERSED', ...by }))) throw awardDecided();
        await this.#note(tx, actor, 'awards.withdraw_fact', each, reason);
      }
      await this.giving.takeBack(
        tx,
        given.filter(({ state }) => state === 'AWARDED'),
      );
    });
    return this.get(awardId);
  }

  async get(awardId: string): Promise<Award> {
    const award = await this.database.read.findOneBy(Award, { awardId });
    if (award === null) throw awardNotFound();
    return award;
  }

  async #find({ manager }: Transaction, awardId: string): Promise<Award> {
    const award = await manager.findOneBy(Award, { awardId });
    if (award === null) throw awardNotFound();
    return award;
  }

  /** One conditional update: of two people who decide at once, the second changes nothing and is told so. */
  async #move(
    { manager }: Transaction,
    { memberNo, awardNo }: Award,
    from: Award['state'],
    change: Partial<Pick<Award, 'state' | 'refusal' | 'deciderId' | 'decidedAt' | 'decisionReason'>>,
  ): Promise<boolean> {
    const { affected } = await manager.update(Award, { memberNo, awardNo, state: from }, change);
    return affected === 1;
  }

  #by(actor: Principal, reason: string) {
    return { deciderId: actor.id, decidedAt: this.clock.now(), decisionReason: reason };
  }

  #note(tx: Transaction, actor: Principal, action: string, award: Award, reason: string): Promise<void> {
    const { awardId, memberNo, ruleNo, ruleVersion, eventId, hold } = award;
    return this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'award',
      subjectId: awardId,
      subjectNo: memberNo,
      inputs: { ruleNo, ruleVersion, eventId, hold, reasonSha256: sha256OfJson({ reason }) },
    });
  }
}
