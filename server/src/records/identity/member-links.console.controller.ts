import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  CloseMinor,
  ConflictListQuery,
  DismissConflict,
  IdentityConflicts,
  MemberLinkListQuery,
  MemberLinkRequest,
  MemberLinkRequests,
  RequestMerge,
  RequestSeparation,
  RestrictMember,
} from '@siyu/shared/contracts/member-links';
import { memberLinksRoutes } from '@siyu/shared/contracts/member-links.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { RequestKey } from '../../platform/idempotency/index.ts';
import { MemberLinkDesk } from './member-link-desk.service.ts';
import { MemberLinkLists } from './member-link-lists.service.ts';
import { ComplianceDesk } from './compliance-desk.service.ts';

/** Who meets members in person may ask; who decides on reviews and who keeps the rules may look. */
const asking = { audience: 'staff', roles: ['service', 'branchHead', 'operator'] } as const;
const looking = { audience: 'staff', roles: ['service', 'branchHead', 'operator', 'compliance'] } as const;
const Version = z.coerce.number().int().min(1).max(1_000_000);
const deciding = { audience: 'staff', roles: ['compliance'] } as const;

@Controller()
export class MemberLinksConsoleController {
  constructor(
    private readonly desk: MemberLinkDesk,
    private readonly lists: MemberLinkLists,
    private readonly compliance: ComplianceDesk,
  ) {}

  @Bind(memberLinksRoutes.listMemberLinks, { response: MemberLinkRequests })
  @Access(looking)
  listMemberLinks(
    @Caller() { scope }: Principal,
    @Query({ schema: MemberLinkListQuery }) query: MemberLinkListQuery,
  ): Promise<MemberLinkRequests> {
    return this.lists.listRequests(scope, query);
  }

  @Bind(memberLinksRoutes.getMemberLink, { response: MemberLinkRequest })
  @Access(looking)
  getMemberLink(
    @Caller() { scope }: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
    @Param('version', { schema: Version }) version: number,
  ): Promise<MemberLinkRequest> {
    return this.lists.getRequestOf(scope, memberId, version);
  }

  @Bind(memberLinksRoutes.requestMerge, { response: MemberLinkRequest, status: 201, takesKey: true })
  @Access(asking)
  async requestMerge(
    @Caller() caller: Principal,
    @RequestKey() key: string | null,
    @Body({ schema: RequestMerge }) { memberId, intoMemberId, reason }: RequestMerge,
  ): Promise<MemberLinkRequest> {
    return this.lists.getRequest(await this.desk.requestMerge(caller, memberId, intoMemberId, reason, key));
  }

  @Bind(memberLinksRoutes.requestSeparation, { response: MemberLinkRequest, status: 201, takesKey: true })
  @Access(asking)
  async requestSeparation(
    @Caller() caller: Principal,
    @RequestKey() key: string | null,
    @Body({ schema: RequestSeparation }) { memberId, reason }: RequestSeparation,
  ): Promise<MemberLinkRequest> {
    return this.lists.getRequest(await this.desk.requestSeparation(caller, memberId, reason, key));
  }

  @Bind(memberLinksRoutes.listConflicts, { response: IdentityConflicts })
  @Access(looking)
  listConflicts(
    @Caller() { scope }: Principal,
    @Query({ schema: ConflictListQuery }) query: ConflictListQuery,
  ): Promise<IdentityConflicts> {
    return this.lists.listConflicts(scope, query);
  }

  @Bind(memberLinksRoutes.dismissConflict)
  @Access(deciding)
  dismissConflict(
    @Caller() caller: Principal,
    @Param('conflictId', { schema: PublicId }) conflictId: string,
    @Body({ schema: DismissConflict }) { note }: DismissConflict,
  ): Promise<void> {
    return this.compliance.dismissConflict(caller, conflictId, note);
  }

  @Bind(memberLinksRoutes.closeMinor)
  @Access(deciding)
  closeMinor(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
    @Body({ schema: CloseMinor }) { reason }: CloseMinor,
  ): Promise<void> {
    return this.compliance.closeMinor(caller, memberId, reason);
  }

  @Bind(memberLinksRoutes.restrictMember)
  @Access(deciding)
  restrictMember(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
    @Body({ schema: RestrictMember }) { reason }: RestrictMember,
  ): Promise<void> {
    return this.compliance.restrict(caller, memberId, reason);
  }

  @Bind(memberLinksRoutes.liftRestriction)
  @Access(deciding)
  liftRestriction(
    @Caller() caller: Principal,
    @Param('memberId', { schema: PublicId }) memberId: string,
  ): Promise<void> {
    return this.compliance.lift(caller, memberId);
  }
}
