import { defineRoute } from './route.ts';
import type {
  ChatAddress,
  InsertDecision,
  PageConfig,
  PageConfigQuery,
  ReportInsert,
  SidebarChat,
  WriteInsert,
} from './sidebar.ts';

export const sidebarRoutes = {
  getPageConfig: defineRoute<{ query: PageConfigQuery }, PageConfig>(
    'outreach.getPageConfig',
    'staff',
    'GET',
    '/v1/console/sidebar/page-config',
  ),
  /** A POST, since the ids of people stand in no address. */
  openChat: defineRoute<{ body: ChatAddress }, SidebarChat>(
    'outreach.openChat',
    'staff',
    'POST',
    '/v1/console/sidebar/chats',
  ),
  writeInsert: defineRoute<{ body: WriteInsert }, InsertDecision>(
    'outreach.writeInsert',
    'staff',
    'POST',
    '/v1/console/sidebar/inserts',
  ),
  reportInsert: defineRoute<{ params: { insertId: string }; body: ReportInsert }, void>(
    'outreach.reportInsert',
    'staff',
    'POST',
    '/v1/console/sidebar/inserts/:insertId/outcome',
  ),
} as const;
