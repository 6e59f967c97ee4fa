import { Body, Controller, Param, Res } from '@nestjs/common';
import { CONCLUSIONS, type Conclusion } from '@siyu/shared/contracts/identity.limits';
import { PublicId } from '@siyu/shared/contracts/primitives';
import {
  AccessCopy,
  ConclusionList,
  CopyLink,
  CopyOrder,
  CopyOrders,
  DecideConclusion,
  OrderCopy,
} from '@siyu/shared/contracts/privacy';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { AccessCopies } from './access-copies.service.ts';
import { CopyOrders as Orders } from './copy-orders.service.ts';
import { DrawnConclusions } from './drawn-conclusions.service.ts';

@Controller()
export class PrivacyController {
  constructor(
    private readonly copies: AccessCopies,
    private readonly orders: Orders,
    private readonly drawn: DrawnConclusions,
  ) {}

  @Bind(privacyRoutes.getAccessCopy, { response: AccessCopy })
  @Access({ audience: 'member' })
  getAccessCopy(@Caller() caller: Principal): Promise<AccessCopy> {
    return this.copies.read(caller);
  }

  @Bind(privacyRoutes.downloadAccessCopy, { response: AccessCopy })
  @Access({ audience: 'member' })
  async downloadAccessCopy(
    @Caller() caller: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AccessCopy> {
    const copy = await this.copies.download(caller);
    void reply.header(
      'content-disposition',
      `attachment; filename="siyu-access-copy-${copy.madeAt.slice(0, 10)}.json"`,
    );
    return copy;
  }

  @Bind(privacyRoutes.orderCopy, { response: CopyOrder })
  @Access({ audience: 'member' })
  orderCopy(
    @Caller() caller: Principal,
    @Param('orderId', { schema: PublicId }) orderId: string,
    @Body({ schema: OrderCopy }) body: OrderCopy,
  ): Promise<CopyOrder> {
    return this.orders.order(caller, orderId, body);
  }

  @Bind(privacyRoutes.listCopyOrders, { response: CopyOrders })
  @Access({ audience: 'member' })
  listCopyOrders(@Caller() caller: Principal): Promise<CopyOrders> {
    return this.orders.list(caller);
  }

  @Bind(privacyRoutes.linkCopyOrder, { response: CopyLink })
  @Access({ audience: 'member' })
  linkCopyOrder(
    @Caller() caller: Principal,
    @Param('orderId', { schema: PublicId }) orderId: string,
  ): Promise<CopyLink> {
    return this.orders.link(caller, orderId);
  }

  @Bind(privacyRoutes.listConclusions, { response: ConclusionList })
  @Access({ audience: 'member' })
  listConclusions(@Caller() caller: Principal): Promise<ConclusionList> {
    return this.drawn.list(caller);
  }

  @Bind(privacyRoutes.decideConclusion, { response: ConclusionList })
  @Access({ audience: 'member' })
  decideConclusion(
    @Caller() caller: Principal,
    @Param('conclusion', { schema: z.enum(CONCLUSIONS) }) conclusion: Conclusion,
    @Body({ schema: DecideConclusion }) { isRefused }: DecideConclusion,
  ): Promise<ConclusionList> {
    return this.drawn.decide(caller, conclusion, isRefused);
  }
}
