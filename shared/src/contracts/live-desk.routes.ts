import type {
  ArchiveLive,
  DeskChat,
  DeskChatQuery,
  DeskChats,
  FileLive,
  JudgeChat,
  LiveCourse,
  LiveDetail,
  LiveFile,
  LiveFileLink,
  LiveFileQuery,
  LiveHosts,
  LivePlan,
  LiveRowQuery,
  LiveRows,
  LiveViewers,
  LiveViewersQuery,
  MoveLive,
} from './live-desk.ts';
import { defineRoute } from './route.ts';

interface OfLive {
  readonly params: { readonly liveId: string };
}

export const liveDeskRoutes = {
  /** All lives for operators and compliance; an adviser sees the own. */
  listLiveRows: defineRoute<{ query: LiveRowQuery }, LiveRows>(
    'live.listLiveRows',
    'staff',
    'GET',
    '/v1/console/lives',
  ),
  /** Sent again under the same key it is the same live. */
  createLive: defineRoute<{ body: LivePlan }, LiveDetail>(
    'live.createLive',
    'staff',
    'POST',
    '/v1/console/lives',
  ),
  /** Who may be the host: advisers whose registration is in force. */
  listLiveHosts: defineRoute<{}, LiveHosts>('live.listLiveHosts', 'staff', 'GET', '/v1/console/live-hosts'),
  getLiveDetail: defineRoute<OfLive, LiveDetail>(
    'live.getLiveDetail',
    'staff',
    'GET',
    '/v1/console/lives/:liveId',
  ),
  /** What was in review, approved or announced is a draft again; the same plan changes nothing. */
  saveLive: defineRoute<OfLive & { body: LivePlan }, LiveDetail>(
    'live.saveLive',
    'staff',
    'PUT',
    '/v1/console/lives/:liveId',
  ),
  moveLive: defineRoute<OfLive & { body: MoveLive }, LiveDetail>(
    'live.moveLive',
    'staff',
    'POST',
    '/v1/console/lives/:liveId/moves',
  ),
  /** multipart/form-data with one file. */
  uploadLiveFile: defineRoute<OfLive & { query: LiveFileQuery }, LiveFile>(
    'live.uploadLiveFile',
    'staff',
    'POST',
    '/v1/console/lives/:liveId/files',
  ),
  /** Each look stands in the audit. */
  openLiveFile: defineRoute<{ params: { readonly liveId: string; readonly fileId: string } }, LiveFileLink>(
    'live.openLiveFile',
    'staff',
    'GET',
    '/v1/console/lives/:liveId/files/:fileId',
  ),
  /** Asks another person to look at the filing; entered again it takes the place of what waits. */
  fileLive: defineRoute<OfLive & { body: FileLive }, LiveDetail>(
    'live.fileLive',
    'staff',
    'PUT',
    '/v1/console/lives/:liveId/filing',
  ),
  archiveLive: defineRoute<OfLive & { body: ArchiveLive }, LiveDetail>(
    'live.archiveLive',
    'staff',
    'POST',
    '/v1/console/lives/:liveId/archive',
  ),
  getLiveCourse: defineRoute<OfLive, LiveCourse>(
    'live.getLiveCourse',
    'staff',
    'GET',
    '/v1/console/lives/:liveId/course',
  ),
  listLiveViewers: defineRoute<OfLive & { query: LiveViewersQuery }, LiveViewers>(
    'live.listLiveViewers',
    'staff',
    'GET',
    '/v1/console/lives/:liveId/viewers',
  ),
  listDeskChats: defineRoute<OfLive & { query: DeskChatQuery }, DeskChats>(
    'live.listDeskChats',
    'staff',
    'GET',
    '/v1/console/lives/:liveId/chats',
  ),
  /** Lets one that waits be seen, or takes one away; of two who decide at once the second is told so. */
  judgeChat: defineRoute<
    { params: { readonly liveId: string; readonly chatId: string }; body: JudgeChat },
    DeskChat
  >('live.judgeChat', 'staff', 'PUT', '/v1/console/lives/:liveId/chats/:chatId'),
} as const;
