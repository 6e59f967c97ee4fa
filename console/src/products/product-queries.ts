import { productsRoutes } from '@siyu/shared/contracts/products.routes';
import type { ProductState } from '@siyu/shared/suitability';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';

export const productsQuery = (state: ProductState | undefined, code: string) =>
  infiniteQueryOptions({
    queryKey: ['products', 'list', state, code],
    queryFn: ({ pageParam, signal }) => {
      const filters = { ...(state && { state }), ...(code !== '' && { code }) };
      const query = { ...filters, ...(pageParam !== '' && { cursor: pageParam }) };
      return call(productsRoutes.listProducts, { query }, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

export const productQuery = (productId: string) =>
  queryOptions({
    queryKey: ['products', 'one', productId],
    queryFn: ({ signal }) => call(productsRoutes.getProduct, { params: { productId } }, signal),
  });

export const refreshProducts = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: ['products'] }),
    queryClient.invalidateQueries({ queryKey: ['reviews'] }),
  ]);
