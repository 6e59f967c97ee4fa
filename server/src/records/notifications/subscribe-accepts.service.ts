import { Injectable } from '@nestjs/common';
import { MESSAGES_LEFT_MAX } from '@siyu/shared/contracts/notifications.limits';
import { Between, IsNull, Not } from 'typeorm';
import { Randomness } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import { Identity } from '../identity/index.ts';
import { SubscribeAccept } from './subscribe-ledger.entity.ts';
import { SubscribeLedger } from './subscribe-ledger.service.ts';

/** Two words further apart than this are about two accepts. Too wide counts too few, never too many. */
const SAME_ACCEPT_MS = 24 * 3_600_000;

/** An accept as one side tells it. */
export interface ToldAccept {
  readonly memberNo: number;
  readonly templateId: string;
  /** The same for the same word told again. */
  readonly key: string;
  readonly at: number;
}

/** Counts each accept once, whether the phone told it, WeChat's event, or both, in whatever order. */
@Injectable()
export class SubscribeAccepts {
  constructor(
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly ledger: SubscribeLedger,
  ) {}

  /** To be the first act of the transaction for this member. @returns whether it raised the balance */
  async take(tx: Transaction, by: 'phoneKey' | 'eventKey', told: ToldAccept): Promise<boolean> {
    const { memberNo, templateId, key, at } = told;
    const other = by === 'phoneKey' ? 'eventKey' : 'phoneKey';
    // Both sides of one accept wait for each other.
    await this.identity.lockMembers(tx, [memberNo]);
    if (await tx.manager.existsBy(SubscribeAccept, { [by]: key })) return false;
    const halfTold = await tx.manager.findOne(SubscribeAccept, {
      where: {
        memberNo,
        templateId,
        [by]: IsNull(),
        [other]: Not(IsNull()),
        acceptedAt: Between(at - SAME_ACCEPT_MS, at + SAME_ACCEPT_MS),
      },
      order: { acceptedAt: 'ASC', acceptId: 'ASC' },
    });
    if (halfTold !== null) {
      await tx.manager.update(SubscribeAccept, { acceptId: halfTold.acceptId }, { [by]: key });
      return false;
    }
    if ((await this.ledger.left(tx, { memberNo, templateId })) >= MESSAGES_LEFT_MAX) return false;
    const acceptId = this.randomness.uuid();
    const row = { acceptId, memberNo, templateId, acceptedAt: at, phoneKey: null, eventKey: null, [by]: key };
    await insertRows(tx, SubscribeAccept, [row]);
    await this.ledger.accept(tx, { memberNo, templateId }, `accepted:${acceptId}`);
    return true;
  }
}
