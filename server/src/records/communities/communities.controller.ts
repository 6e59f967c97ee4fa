import { Body, Controller, Param } from '@nestjs/common';
import {
  AskGroup,
  EnterGroup,
  GroupEntry,
  GroupQuestion,
  MyGroups,
} from '@siyu/shared/contracts/communities';
import { communitiesRoutes } from '@siyu/shared/contracts/communities.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { consentRequired } from './communities.errors.ts';
import { GroupEntries } from './group-entries.ts';
import { GroupQuestions } from './group-questions.ts';
import { MemberGroups } from './member-groups.ts';

@Controller()
export class CommunitiesController {
  constructor(
    private readonly entries: GroupEntries,
    private readonly groups: MemberGroups,
    private readonly questions: GroupQuestions,
  ) {}

  @Bind(communitiesRoutes.enterGroup, { response: GroupEntry })
  @Access({ audience: 'member' })
  async enterGroup(
    @Caller() caller: Principal,
    @Body({ schema: EnterGroup }) body: EnterGroup,
  ): Promise<GroupEntry> {
    return { group: await this.entries.enter(numberOf(caller), body) };
  }

  @Bind(communitiesRoutes.listMyGroups, { response: MyGroups })
  @Access({ audience: 'member' })
  async listMyGroups(@Caller() caller: Principal): Promise<MyGroups> {
    return { groups: [...(await this.groups.list(numberOf(caller)))] };
  }

  @Bind(communitiesRoutes.ask, { response: GroupQuestion, status: 201 })
  @Access({ audience: 'member' })
  ask(
    @Caller() caller: Principal,
    @Param('groupId', { schema: PublicId }) groupId: string,
    @Body({ schema: AskGroup }) body: AskGroup,
  ): Promise<GroupQuestion> {
    return this.questions.ask(numberOf(caller), groupId, body);
  }
}

/** The guard lets in members only; one without number would be a fault of ours. */
function numberOf({ memberNo }: Principal): number {
  if (memberNo === null) throw consentRequired();
  return memberNo;
}
