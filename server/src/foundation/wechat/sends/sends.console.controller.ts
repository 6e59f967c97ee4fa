import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import {
  PlatformSendQuery,
  PlatformSendRow,
  PlatformSendRows,
  ResolveSend,
} from '@siyu/shared/contracts/platform-sends';
import { platformSendsRoutes } from '@siyu/shared/contracts/platform-sends.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../../platform/http/index.ts';
import { SendsDesk } from './sends-desk.ts';

const READERS: readonly Role[] = ['operator', 'compliance', 'systemAdmin'];

@Controller()
export class SendsConsoleController {
  constructor(private readonly desk: SendsDesk) {}

  @Bind(platformSendsRoutes.listSends, { response: PlatformSendRows })
  @Access({ audience: 'staff', roles: READERS })
  listSends(
    @Query({ schema: PlatformSendQuery }) query: z.output<typeof PlatformSendQuery>,
  ): Promise<PlatformSendRows> {
    return this.desk.list(query);
  }

  @Bind(platformSendsRoutes.getSend, { response: PlatformSendRow })
  @Access({ audience: 'staff', roles: READERS })
  getSend(@Param('sendId', { schema: PublicId }) sendId: string): Promise<PlatformSendRow> {
    return this.desk.get(sendId);
  }

  @Bind(platformSendsRoutes.resolveSend, { response: PlatformSendRow })
  @Access({ audience: 'staff', roles: ['systemAdmin'] })
  resolveSend(
    @Caller() actor: Principal,
    @Param('sendId', { schema: PublicId }) sendId: string,
    @Body({ schema: ResolveSend }) body: ResolveSend,
  ): Promise<PlatformSendRow> {
    return this.desk.resolve(actor, sendId, body);
  }
}
