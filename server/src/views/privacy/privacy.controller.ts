import { Body, Controller, Param, Res } from '@nestjs/common';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { AccessCopy, CopyLink, CopyOrder, CopyOrders, OrderCopy } from '@siyu/shared/contracts/privacy';
import { privacyRoutes } from '@siyu/shared/contracts/privacy.routes';
import type { FastifyReply } from 'fastify';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { AccessCopies } from './access-copies.service.ts';
import { CopyOrders as Orders } from './copy-orders.service.ts';

@Controller()
export class PrivacyController {
  constructor(
    private readonly copies: AccessCopies,
    private readonly orders: Orders,
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
}
