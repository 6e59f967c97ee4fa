import type { SavedViewQuery, SavedViews, SaveView } from './desk.ts';
import { defineRoute } from './route.ts';

export const deskRoutes = {
  listViews: defineRoute<{ query: SavedViewQuery }, SavedViews>(
    'desk.listViews',
    'staff',
    'GET',
    '/v1/console/saved-views',
  ),
  saveView: defineRoute<{ body: SaveView }, SavedViews>(
    'desk.saveView',
    'staff',
    'POST',
    '/v1/console/saved-views',
  ),
  deleteView: defineRoute<{ params: { readonly viewId: string } }, SavedViews>(
    'desk.deleteView',
    'staff',
    'DELETE',
    '/v1/console/saved-views/:viewId',
  ),
} as const;
