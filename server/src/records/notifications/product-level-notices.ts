import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WHOLE_ACCOUNT } from '@siyu/shared/contracts/notifications.limits';
import { Outbox } from '../../platform/outbox/index.ts';
import { Identity } from '../identity/index.ts';
import { PRODUCT_LEVEL_CHANGED } from '../products/index.ts';
import { ReachedMembers } from '../suitability/index.ts';
import { minuteInWords } from './minute-in-words.ts';
import { Notices } from './notices.service.ts';

/** So many members are told in one transaction. */
const PART = 200;

/**
 * Tells members that a product has another risk level than when it was pushed to them or they were let buy it
 * (REQ-SUIT-8), asked for or not. It offers nothing: what the level means for them is decided when they open it.
 */
@Injectable()
export class ProductLevelNotices implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly identity: Identity,
    private readonly reached: ReachedMembers,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.outbox.on(PRODUCT_LEVEL_CHANGED, 'product-level-notices', async (tx, event) => {
      const told = PRODUCT_LEVEL_CHANGED.payload.parse(event.payload);
      const { productId, version, name, before, level } = told;
      const memberNos = await this.reached.page(tx.manager, productId, told.afterNo, PART);
      // Whoever has left meanwhile is told nothing more.
      const served = await this.identity.permitted(memberNos, 'SERVICE');
      await this.notices.plan(
        tx,
        memberNos.filter((memberNo) => served.has(memberNo)),
        {
          kind: 'PRODUCT_LEVEL',
          subject: WHOLE_ACCOUNT,
          itemId: `${productId}:${version}`,
          facts: {
            event: `产品风险等级由${before}调为${level}`,
            time: minuteInWords(event.occurredAt),
            product: name,
          },
        },
      );
      if (memberNos.length < PART) return;
      const { type, version: ofKind, subjectNo, subjectSeq, occurredAt } = event;
      await this.outbox.publish(tx, {
        ...{ type, version: ofKind, subjectNo, subjectSeq, occurredAt, causationId: event.id },
        payload: { ...told, afterNo: memberNos.at(-1) ?? told.afterNo },
      });
    });
  }
}
