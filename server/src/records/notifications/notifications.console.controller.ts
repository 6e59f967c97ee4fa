import { Controller, Param, Query } from '@nestjs/common';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { NoticeDetail, NoticeListQuery, NoticeRows } from '@siyu/shared/contracts/notifications';
import { notificationsRoutes } from '@siyu/shared/contracts/notifications.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { NoticeDesk } from './notice-desk.ts';

const READERS: readonly Role[] = ['operator', 'compliance'];

@Controller()
export class NotificationsConsoleController {
  constructor(private readonly desk: NoticeDesk) {}

  @Bind(notificationsRoutes.listNoticeRows, { response: NoticeRows })
  @Access({ audience: 'staff', roles: READERS })
  listNoticeRows(
    @Caller() actor: Principal,
    @Query({ schema: NoticeListQuery }) query: z.output<typeof NoticeListQuery>,
  ): Promise<NoticeRows> {
    return this.desk.listRows(actor.scope, query);
  }

  @Bind(notificationsRoutes.getNotice, { response: NoticeDetail })
  @Access({ audience: 'staff', roles: READERS })
  getNotice(
    @Caller() actor: Principal,
    @Param('noticeId', { schema: PublicId }) noticeId: string,
  ): Promise<NoticeDetail> {
    return this.desk.getNotice(actor, noticeId);
  }
}
