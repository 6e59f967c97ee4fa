import { Controller, Param, Query } from '@nestjs/common';
import { GroupMemberQuery, GroupMembers as GroupMemberPage } from '@siyu/shared/contracts/communities-desk';
import { communitiesDeskRoutes } from '@siyu/shared/contracts/communities-desk.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { MemberSuitabilityView } from '@siyu/shared/contracts/member-suitability';
import { MemberListQuery, MemberRow, MemberRows } from '@siyu/shared/contracts/workspace';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import type { z } from 'zod';
import { NotesReading } from '../../foundation/audit/index.ts';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { GroupMembers } from './group-members.service.ts';
import { memberCarers, memberReaders } from './member-readers.ts';
import { MemberSuitabilities } from './member-suitability.service.ts';
import { Workspace } from './workspace.service.ts';

@Controller()
export class WorkspaceConsoleController {
  constructor(
    private readonly workspace: Workspace,
    private readonly groupMembers: GroupMembers,
    private readonly suitabilities: MemberSuitabilities,
  ) {}

  @Bind(workspaceRoutes.listMembers, { response: MemberRows })
  @Access(memberReaders)
  @NotesReading('workspace.list_members')
  async listMembers(
    @Caller() caller: Principal,
    @Query({ schema: MemberListQuery }) query: MemberListQuery,
  ): Promise<MemberRows> {
    return this.workspace.listMembers(caller, query);
  }

  @Bind(workspaceRoutes.getMember, { response: MemberRow })
  @Access(memberReaders)
  async getMember(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
  ): Promise<MemberRow> {
    return this.workspace.getMember(caller, memberId);
  }

  @Bind(workspaceRoutes.getMemberSuitability, { response: MemberSuitabilityView })
  @Access(memberCarers)
  getMemberSuitability(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
  ): Promise<MemberSuitabilityView> {
    return this.suitabilities.get(caller, memberId);
  }

  @Bind(communitiesDeskRoutes.listMembers, { response: GroupMemberPage })
  @Access(memberReaders)
  @NotesReading('workspace.list_group_members')
  listGroupMembers(
    @Caller() caller: Principal,
    @Param('groupId', { schema: PublicId }) groupId: string,
    @Query({ schema: GroupMemberQuery }) query: z.output<typeof GroupMemberQuery>,
  ): Promise<GroupMemberPage> {
    return this.groupMembers.list(caller, groupId, query);
  }
}
