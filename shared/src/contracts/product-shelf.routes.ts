import type {
  AskForProduct,
  ConfirmNotice,
  ProductPage,
  ShownProductQuery,
  ShownProducts,
} from './product-shelf.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly productId: string };
}

export const productShelfRoutes = {
  listShown: defineRoute<{ query: ShownProductQuery }, ShownProducts>(
    'productShelf.listShown',
    'member',
    'GET',
    '/v1/products',
  ),
  getShown: defineRoute<ById, ProductPage>(
    'productShelf.getShown',
    'member',
    'GET',
    '/v1/products/:productId',
  ),
  /** The phone names the asking: sent again it is the same one. */
  ask: defineRoute<{ params: { readonly askingId: string }; body: AskForProduct }, ProductPage>(
    'productShelf.ask',
    'member',
    'PUT',
    '/v1/product-askings/:askingId',
  ),
  /** One at a time, in their order. What is confirmed already changes nothing. */
  confirmNotice: defineRoute<ById & { body: ConfirmNotice }, ProductPage>(
    'productShelf.confirmNotice',
    'member',
    'POST',
    '/v1/products/:productId/notices',
  ),
  /** Lets the member buy where the firm sells; while it holds, asking again gives the same. */
  clear: defineRoute<ById, ProductPage>(
    'productShelf.clear',
    'member',
    'POST',
    '/v1/products/:productId/clearance',
  ),
} as const;
