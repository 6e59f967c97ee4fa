import { Body, Controller, Param, Query } from '@nestjs/common';
import { SavedViewQuery, SavedViews, SaveView } from '@siyu/shared/contracts/desk';
import { deskRoutes } from '@siyu/shared/contracts/desk.routes';
import { ROLES } from '@siyu/shared/contracts/identity.limits';
import { PublicId } from '@siyu/shared/contracts/primitives';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { SavedViewsService } from './saved-views.service.ts';

@Controller()
export class DeskConsoleController {
  constructor(private readonly views: SavedViewsService) {}

  @Bind(deskRoutes.listViews, { response: SavedViews })
  @Access({ audience: 'staff', roles: ROLES })
  listViews(
    @Caller() owner: Principal,
    @Query({ schema: SavedViewQuery }) { list }: SavedViewQuery,
  ): Promise<SavedViews> {
    return this.views.listViews(owner, list);
  }

  @Bind(deskRoutes.saveView, { response: SavedViews })
  @Access({ audience: 'staff', roles: ROLES })
  saveView(@Caller() owner: Principal, @Body({ schema: SaveView }) body: SaveView): Promise<SavedViews> {
    return this.views.saveView(owner, body);
  }

  @Bind(deskRoutes.deleteView, { response: SavedViews })
  @Access({ audience: 'staff', roles: ROLES })
  deleteView(
    @Caller() owner: Principal,
    @Param('viewId', { schema: PublicId }) viewId: string,
  ): Promise<SavedViews> {
    return this.views.deleteView(owner, viewId);
  }
}
