import type { ProductDetail } from '@siyu/shared/contracts/products';
import { productsRoutes } from '@siyu/shared/contracts/products.routes';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { importsPage } from '../app/pages.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { emptyProduct, isWhole } from './product-draft.ts';
import { ProductFields } from './product-fields.tsx';
import { refreshProducts } from './product-queries.ts';

/** A new product, as a draft. */
export function NewProduct({ onCreated }: { onCreated: (product: ProductDetail) => void }) {
  const [draft, setDraft] = useState(emptyProduct);
  const [key] = useState(newRequestKey);
  const create = useMutation({
    mutationFn: () => callOnce(productsRoutes.createProduct, { body: draft }, key),
    onSuccess: async (product) => {
      await refreshProducts();
      onCreated(product);
    },
  });
  return (
    <>
      <ProductFields draft={draft} onChange={setDraft} />
      <div className="actions row-acts">
        <Button
          type="primary"
          disabled={!isWhole(draft)}
          loading={create.isPending}
          onClick={() => create.mutate()}
        >
          存为草稿
        </Button>
      </div>
      <FailureNotice error={create.error} />
      <p className="note">
        要登记很多产品，可以在<Link to={importsPage.path}>数据导入</Link>里上传一份文件。
      </p>
    </>
  );
}
