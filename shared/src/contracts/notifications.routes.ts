import type {
  NoticeDetail,
  NoticeListQuery,
  NoticePage,
  NoticeRows,
  NoticeSettings,
  ReportAnswers,
  SentNotices,
  SetWish,
} from './notifications.ts';
import type { NoticeKind } from './notifications.limits.ts';
import { defineRoute } from './route.ts';

export const notificationsRoutes = {
  getSettings: defineRoute<{}, NoticeSettings>(
    'notifications.getSettings',
    'member',
    'GET',
    '/v1/notices/settings',
  ),
  setWish: defineRoute<{ params: { readonly kind: NoticeKind }; body: SetWish }, NoticeSettings>(
    'notifications.setWish',
    'member',
    'PUT',
    '/v1/notices/wishes/:kind',
  ),
  /** What the person answered in WeChat's window; reconciled with WeChat's own event. */
  reportAnswers: defineRoute<{ body: ReportAnswers }, NoticeSettings>(
    'notifications.reportAnswers',
    'member',
    'POST',
    '/v1/notices/answers',
  ),
  listNotices: defineRoute<{ query: NoticePage }, SentNotices>(
    'notifications.listNotices',
    'member',
    'GET',
    '/v1/notices',
  ),
  listNoticeRows: defineRoute<{ query: NoticeListQuery }, NoticeRows>(
    'notifications.listNoticeRows',
    'staff',
    'GET',
    '/v1/console/notices',
  ),
  /** What one message said; who looked is on record. */
  getNotice: defineRoute<{ params: { readonly noticeId: string } }, NoticeDetail>(
    'notifications.getNotice',
    'staff',
    'GET',
    '/v1/console/notices/:noticeId',
  ),
} as const;
