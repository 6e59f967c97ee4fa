import type { ProductDetail } from '@siyu/shared/contracts/products';
import { productsRoutes } from '@siyu/shared/contracts/products.routes';
import { productStateNames } from '@siyu/shared/messages';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { EndOfSale } from './end-of-sale.tsx';
import { NewProduct } from './new-product.tsx';
import { isWhole } from './product-draft.ts';
import { ProductFacts, ProductLevels } from './product-facts.tsx';
import { ProductFields } from './product-fields.tsx';
import { productQuery, refreshProducts } from './product-queries.ts';

interface ProductDrawerProps {
  readonly openId: string | null;
  readonly isNew: boolean;
  readonly onCreated: (product: ProductDetail) => void;
  readonly onClose: () => void;
}

/** One drawer for a product before and after it is kept: a second one would take the focus when the first has closed. */
export function ProductDrawer({ openId, isNew, onCreated, onClose }: ProductDrawerProps) {
  const found = useQuery({ ...productQuery(openId ?? ''), enabled: openId !== null });
  const product = openId === null ? undefined : found.data;
  return (
    <RowDrawer
      isOpen={isNew || openId !== null}
      onClose={onClose}
      width={640}
      title={product?.draft.name ?? (isNew ? '登记产品' : '产品')}
    >
      {isNew && <NewProduct onCreated={onCreated} />}
      {product !== undefined && <Opened key={`${product.state} ${product.sha256}`} product={product} />}
      {openId !== null && product === undefined && found.error !== null && (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      )}
      {openId !== null && found.isPending && <ListSkeleton rows={5} />}
    </RowDrawer>
  );
}

function Opened({ product }: { product: ProductDetail }) {
  const canWrite = useStaff().roles.includes('operator');
  const { state } = product;
  const isOpen = state === 'DRAFT' || state === 'SUSPENDED';
  const mayEnd = state === 'ON_SALE' || state === 'SUSPENDED';
  return (
    <>
      {canWrite && isOpen ? <Editing product={product} /> : <ProductFacts product={product} />}
      {mayEnd && <EndOfSale product={product} />}
    </>
  );
}

function Editing({ product }: { product: ProductDetail }) {
  const [draft, setDraft] = useState(product.draft);
  const params = { productId: product.productId };
  const save = useMutation({
    mutationFn: () =>
      call(productsRoutes.saveProduct, { params, body: { draft, seenSha256: product.sha256 } }),
    onSuccess: refreshProducts,
  });
  const submit = useMutation({
    mutationFn: () => call(productsRoutes.submitProduct, { params }),
    onSuccess: refreshProducts,
  });
  const isEdited = JSON.stringify(draft) !== JSON.stringify(product.draft);
  return (
    <>
      <p className="note">
        {productStateNames[product.state]} · {product.authorName}登记
        {product.endReason !== null && ` · 停止销售的原因：${product.endReason}`}
      </p>
      <ProductFields draft={draft} onChange={setDraft} />
      <div className="actions row-acts">
        {isEdited ? (
          <Button
            type="primary"
            disabled={!isWhole(draft)}
            loading={save.isPending}
            onClick={() => {
              submit.reset();
              save.mutate();
            }}
          >
            保存
          </Button>
        ) : (
          <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
            提交复核
          </Button>
        )}
      </div>
      <FailureNotice error={save.error ?? submit.error} />
      <ProductLevels product={product} />
    </>
  );
}
