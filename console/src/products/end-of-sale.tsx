import type { ProductDetail } from '@siyu/shared/contracts/products';
import { productsRoutes } from '@siyu/shared/contracts/products.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { refreshProducts } from './product-queries.ts';

/** Away from every member at once: for a time, or for good. */
export function EndOfSale({ product }: { product: ProductDetail }) {
  const { productId, state, draft } = product;
  const end = useMutation({
    mutationFn: (body: { reason: string; isForGood: boolean }) =>
      call(productsRoutes.endSale, { params: { productId }, body }),
    onSuccess: refreshProducts,
  });
  const ask = (act: string, isForGood: boolean, whatFollows: string) => (
    <AskReason
      act={act}
      title={`${act}「${draft.name}」`}
      label="原因（只给同事看）"
      isPending={end.isPending && end.variables.isForGood === isForGood}
      error={end.variables?.isForGood === isForGood ? end.error : null}
      onReason={(reason) => end.mutate({ reason, isForGood })}
    >
      <p className="note">{whatFollows}</p>
    </AskReason>
  );
  return (
    <div className="actions row-acts">
      {state === 'ON_SALE' && ask('暂停销售', false, '马上不再给任何客户看；改好后重新提交复核才能恢复。')}
      {ask('终止', true, '马上不再给任何客户看，以后也不能恢复。')}
    </div>
  );
}
