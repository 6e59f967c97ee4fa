import type { ItemDraft, ItemQuery, ItemRow, ItemRows, SaveItem, WithdrawItem } from './catalogue-desk.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly itemId: string };
}

export const catalogueDeskRoutes = {
  listItems: defineRoute<{ query: ItemQuery }, ItemRows>(
    'catalogue.listItems',
    'staff',
    'GET',
    '/v1/console/catalogue-items',
  ),
  /** Takes an Idempotency-Key: a repeat makes no second item. */
  createItem: defineRoute<{ body: ItemDraft }, ItemRow>(
    'catalogue.createItem',
    'staff',
    'POST',
    '/v1/console/catalogue-items',
  ),
  getItem: defineRoute<ById, ItemRow>(
    'catalogue.getItem',
    'staff',
    'GET',
    '/v1/console/catalogue-items/:itemId',
  ),
  saveItem: defineRoute<ById & { body: SaveItem }, ItemRow>(
    'catalogue.saveItem',
    'staff',
    'PUT',
    '/v1/console/catalogue-items/:itemId',
  ),
  /** Asks for a second pair of eyes: whoever approves it publishes it. */
  submitItem: defineRoute<ById, ItemRow>(
    'catalogue.submitItem',
    'staff',
    'POST',
    '/v1/console/catalogue-items/:itemId/submission',
  ),
  withdrawItem: defineRoute<ById & { body: WithdrawItem }, ItemRow>(
    'catalogue.withdrawItem',
    'staff',
    'POST',
    '/v1/console/catalogue-items/:itemId/withdrawal',
  ),
} as const;
