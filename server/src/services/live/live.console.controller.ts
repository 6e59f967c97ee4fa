import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import {
  ArchiveLive,
  DeskChat,
  DeskChatQuery,
  DeskChats,
  FileLive,
  JudgeChat,
  LiveCourse as Course,
  LiveDetail,
  LiveFile,
  LiveFileLink,
  LiveFileQuery,
  LiveHosts as Hosts,
  LivePlan,
  LiveRowQuery,
  LiveRows as Rows,
  LiveViewers as Viewers,
  LiveViewersQuery,
  MoveLive,
} from '@siyu/shared/contracts/live-desk';
import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import { LIVE_FILE_BYTES_MAX } from '@siyu/shared/contracts/live.limits';
import { ContentId, PublicId } from '@siyu/shared/contracts/primitives';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { NotesReading } from '../../foundation/audit/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { LiveAir } from './live-air.service.ts';
import { LiveArchiving } from './live-archiving.ts';
import { LiveChatDesk } from './live-chat-desk.ts';
import { LiveCourse } from './live-course.ts';
import { fileOf, LiveDetails } from './live-details.ts';
import { fileMissing } from './live.errors.ts';
import { LiveFiles } from './live-files.ts';
import { LiveFilings } from './live-filing.ts';
import { LiveHosts } from './live-hosts.ts';
import { LivePlanning } from './live-planning.service.ts';
import { LiveRows } from './live-rows.ts';
import { LiveViewers } from './live-viewers.ts';

const Id = { schema: PublicId };

@Controller()
export class LiveConsoleController {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly rows: LiveRows,
    private readonly details: LiveDetails,
    private readonly hosts: LiveHosts,
    private readonly planning: LivePlanning,
    private readonly filings: LiveFilings,
    private readonly files: LiveFiles,
    private readonly air: LiveAir,
    private readonly archiving: LiveArchiving,
    private readonly course: LiveCourse,
    private readonly viewers: LiveViewers,
    private readonly chats: LiveChatDesk,
  ) {}

  @Bind(liveDeskRoutes.listLiveRows, { response: Rows })
  @Access({ audience: 'staff', roles: ['operator', 'compliance', 'adviser'] })
  listLiveRows(
    @Caller() caller: Principal,
    @Query({ schema: LiveRowQuery }) query: z.output<typeof LiveRowQuery>,
  ): Promise<Rows> {
    return this.rows.list(caller, query);
  }

  @Bind(liveDeskRoutes.createLive, { response: LiveDetail, status: 201, takesKey: true })
  @Access({ audience: 'staff', roles: ['operator'] })
  async createLive(
    @Caller() caller: Principal,
    @RequestKey() key: string | null,
    @Body({ schema: LivePlan }) plan: LivePlan,
  ): Promise<LiveDetail> {
    return this.details.get(caller, await this.planning.create(caller, plan, key));
  }

  @Bind(liveDeskRoutes.listLiveHosts, { response: Hosts })
  @Access({ audience: 'staff', roles: ['operator'] })
  listLiveHosts(): Promise<Hosts> {
    return this.hosts.list();
  }

  @Bind(liveDeskRoutes.getLiveDetail, { response: LiveDetail })
  @Access({ audience: 'staff', roles: ['operator', 'compliance', 'adviser'] })
  getLiveDetail(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
  ): Promise<LiveDetail> {
    return this.details.get(caller, liveId);
  }

  @Bind(liveDeskRoutes.saveLive, { response: LiveDetail })
  @Access({ audience: 'staff', roles: ['operator'] })
  async saveLive(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Body({ schema: LivePlan }) plan: LivePlan,
  ): Promise<LiveDetail> {
    await this.planning.rewrite(caller, liveId, plan);
    return this.details.get(caller, liveId);
  }

  /** Which role does which of the acts stands in their table. */
  @Bind(liveDeskRoutes.moveLive, { response: LiveDetail })
  @Access({ audience: 'staff', roles: ['operator', 'compliance', 'adviser'] })
  async moveLive(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Body({ schema: MoveLive }) { act, reason }: MoveLive,
  ): Promise<LiveDetail> {
    await this.air.move(caller, liveId, act, reason);
    return this.details.get(caller, liveId);
  }

  @Bind(liveDeskRoutes.uploadLiveFile, { response: LiveFile, status: 201, takesFile: true })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  async uploadLiveFile(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Query({ schema: LiveFileQuery }) { kind }: LiveFileQuery,
    @Req() request: FastifyRequest,
  ): Promise<LiveFile> {
    const limits = { fileSize: LIVE_FILE_BYTES_MAX[kind] };
    const part = request.isMultipart() ? await request.file({ limits }) : undefined;
    if (part === undefined) throw fileMissing();
    const file = await this.files.take(caller, liveId, kind, part.file);
    return fileOf(file, await this.staff.listStaffByIds([caller.id]));
  }

  @Bind(liveDeskRoutes.openLiveFile, { response: LiveFileLink })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  async openLiveFile(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Param('fileId', Id) fileId: string,
  ): Promise<LiveFileLink> {
    return { url: await this.files.open(caller, liveId, fileId) };
  }

  @Bind(liveDeskRoutes.fileLive, { response: LiveDetail })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  async fileLive(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Body({ schema: FileLive }) body: FileLive,
  ): Promise<LiveDetail> {
    await this.filings.enter(caller, liveId, body);
    return this.details.get(caller, liveId);
  }

  @Bind(liveDeskRoutes.archiveLive, { response: LiveDetail })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  async archiveLive(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Body({ schema: ArchiveLive }) body: ArchiveLive,
  ): Promise<LiveDetail> {
    await this.archiving.archive(caller, liveId, body);
    return this.details.get(caller, liveId);
  }

  @Bind(liveDeskRoutes.getLiveCourse, { response: Course })
  @Access({ audience: 'staff', roles: ['operator', 'compliance', 'adviser'] })
  getLiveCourse(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
  ): Promise<Course> {
    return this.course.of(caller, liveId);
  }

  @Bind(liveDeskRoutes.listLiveViewers, { response: Viewers })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  listLiveViewers(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Query({ schema: LiveViewersQuery }) { limit, cursor }: z.output<typeof LiveViewersQuery>,
  ): Promise<Viewers> {
    return this.viewers.list(caller, liveId, limit, cursor);
  }

  @Bind(liveDeskRoutes.listDeskChats, { response: DeskChats })
  @NotesReading('live.read_chats')
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  listDeskChats(
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Query({ schema: DeskChatQuery }) query: z.output<typeof DeskChatQuery>,
  ): Promise<DeskChats> {
    return this.chats.list(liveId, query);
  }

  @Bind(liveDeskRoutes.judgeChat, { response: DeskChat })
  @Access({ audience: 'staff', roles: ['operator', 'compliance'] })
  judgeChat(
    @Caller() caller: Principal,
    @Param('liveId', { schema: ContentId }) liveId: string,
    @Param('chatId', Id) chatId: string,
    @Body({ schema: JudgeChat }) { isShown }: JudgeChat,
  ): Promise<DeskChat> {
    return this.chats.judge(caller, liveId, chatId, isShown);
  }
}
