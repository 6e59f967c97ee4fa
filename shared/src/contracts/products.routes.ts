import type {
  EndSale,
  ProductDetail,
  ProductDraft,
  ProductQuery,
  ProductRows,
  SaveProduct,
} from './products.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly productId: string };
}

export const productsRoutes = {
  listProducts: defineRoute<{ query: ProductQuery }, ProductRows>(
    'products.listProducts',
    'staff',
    'GET',
    '/v1/console/products',
  ),
  /** Takes an Idempotency-Key: a repeat makes no second product. */
  createProduct: defineRoute<{ body: ProductDraft }, ProductDetail>(
    'products.createProduct',
    'staff',
    'POST',
    '/v1/console/products',
  ),
  getProduct: defineRoute<ById, ProductDetail>(
    'products.getProduct',
    'staff',
    'GET',
    '/v1/console/products/:productId',
  ),
  saveProduct: defineRoute<ById & { body: SaveProduct }, ProductDetail>(
    'products.saveProduct',
    'staff',
    'PUT',
    '/v1/console/products/:productId',
  ),
  /** Asks for a second pair of eyes: whoever approves it puts it on sale, with its level. */
  submitProduct: defineRoute<ById, ProductDetail>(
    'products.submitProduct',
    'staff',
    'POST',
    '/v1/console/products/:productId/submission',
  ),
  /** At once: whoever finds the fault takes it away. */
  endSale: defineRoute<ById & { body: EndSale }, ProductDetail>(
    'products.endSale',
    'staff',
    'POST',
    '/v1/console/products/:productId/end-of-sale',
  ),
} as const;
