import { Controller, Param, Query } from '@nestjs/common';
import { GroupPage, GroupPageQuery } from '@siyu/shared/contracts/group-page';
import { groupPageRoutes } from '@siyu/shared/contracts/group-page.routes';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { Access, AppError, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { GroupPages } from './group-pages.ts';

@Controller()
export class GroupPagesController {
  constructor(private readonly pages: GroupPages) {}

  @Bind(groupPageRoutes.getGroupPage, { response: GroupPage })
  @Access({ audience: 'member' })
  async getGroupPage(
    @Caller() { memberNo }: Principal,
    @Param('groupId', { schema: PublicId }) groupId: string,
    @Query({ schema: GroupPageQuery }) { questionsCursor }: GroupPageQuery,
  ): Promise<GroupPage> {
    if (memberNo === null) throw new AppError('http.forbidden', 403);
    return this.pages.getPage(memberNo, groupId, questionsCursor);
  }
}
