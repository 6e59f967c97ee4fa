import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CallOutcome } from '@siyu/shared/contracts/care.limits';
import type { Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { ElderCallBacks } from '../../records/suitability/index.ts';
import type { FollowUpCall } from './follow-up-call.entity.ts';
import { FollowUpCalls } from './follow-up-calls.ts';

const NOTE = '请确认是本人、是否愿意了解产品、有没有人替他操作或催他购买；没有问题才记「没有问题」。';

/** The call that comes before anybody speaks of products to a member of a certain age, made by who calls clients. */
@Injectable()
export class ElderCalls implements OnModuleInit {
  constructor(
    private readonly callBacks: ElderCallBacks,
    private readonly calls: FollowUpCalls,
  ) {}

  onModuleInit(): void {
    this.callBacks.onRequired(async (tx, { callBackId, memberNo }) => {
      await this.#order(tx, `elder:${callBackId}`, memberNo);
    });
  }

  /**
   * What came of a call, in the transaction that writes it down: in order, products may be spoken of; nobody reached,
   * somebody calls again. What was found wrong keeps products away until a person orders another call.
   */
  async settle(
    tx: Transaction,
    caller: Principal,
    { callId, reason, memberNo }: FollowUpCall,
    outcome: CallOutcome,
  ): Promise<void> {
    if (reason !== 'ELDER') return;
    if (outcome === 'IN_ORDER') await this.callBacks.complete(tx, caller, memberNo);
    if (outcome === 'NOT_REACHED') await this.#order(tx, `elder-again:${callId}`, memberNo);
  }

  async #order(tx: Transaction, orderKey: string, memberNo: number): Promise<void> {
    await this.calls.order(tx, 'system', { orderKey, memberNo, reason: 'ELDER', note: NOTE });
  }
}
