import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  NoticeKindParam,
  NoticePage,
  NoticeSettings,
  ReportAnswers,
  SentNotices,
  SetWish,
} from '@siyu/shared/contracts/notifications';
import type { NoticeKind } from '@siyu/shared/contracts/notifications.limits';
import { notificationsRoutes } from '@siyu/shared/contracts/notifications.routes';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { MemberNotices } from './member-notices.ts';
import { NoticeWishes } from './notice-wishes.service.ts';

@Controller()
export class NotificationsController {
  constructor(
    private readonly notices: MemberNotices,
    private readonly wishes: NoticeWishes,
  ) {}

  @Bind(notificationsRoutes.getSettings, { response: NoticeSettings })
  @Access({ audience: 'member' })
  async getSettings(@Caller() caller: Principal): Promise<NoticeSettings> {
    return this.wishes.settingsOf(await this.notices.memberNoOf(caller));
  }

  @Bind(notificationsRoutes.setWish, { response: NoticeSettings })
  @Access({ audience: 'member' })
  async setWish(
    @Caller() caller: Principal,
    @Param('kind', { schema: NoticeKindParam }) kind: NoticeKind,
    @Body({ schema: SetWish }) body: SetWish,
  ): Promise<NoticeSettings> {
    return this.wishes.set(await this.notices.memberNoOf(caller), kind, body);
  }

  @Bind(notificationsRoutes.reportAnswers, { response: NoticeSettings, status: 200 })
  @Access({ audience: 'member' })
  async reportAnswers(
    @Caller() caller: Principal,
    @Body({ schema: ReportAnswers }) body: ReportAnswers,
  ): Promise<NoticeSettings> {
    return this.notices.report(await this.notices.memberNoOf(caller), body);
  }

  @Bind(notificationsRoutes.listNotices, { response: SentNotices })
  @Access({ audience: 'member' })
  async listNotices(
    @Caller() caller: Principal,
    @Query({ schema: NoticePage }) { limit, cursor }: z.output<typeof NoticePage>,
  ): Promise<SentNotices> {
    return this.notices.list(await this.notices.memberNoOf(caller), limit, cursor);
  }
}
