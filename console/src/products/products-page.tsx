import { PRODUCT_CODE, PRODUCT_CODE_MAX } from '@siyu/shared/contracts/products.limits';
import { productStateNames } from '@siyu/shared/messages';
import { PRODUCT_STATES } from '@siyu/shared/suitability';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { productsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SearchField } from '../list/search-field.tsx';
import { productColumns } from './product-columns.tsx';
import { ProductDrawer } from './product-drawer.tsx';
import { productsQuery } from './product-queries.ts';

/** What the firm sells or explains, with how risky each is and who agreed to it. */
export default function ProductsPage() {
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const canWrite = useStaff().roles.includes('operator');
  const state = PRODUCT_STATES.find((each) => each === params.get('state'));
  const typed = params.get('code') ?? '';
  const code = PRODUCT_CODE.test(typed) ? typed : '';
  const list = useInfiniteQuery(productsQuery(state, code));
  const open = params.get('open');
  const [isNew, setIsNew] = useState(false);
  const move = (next: { state?: string | null; code?: string; open?: string | null }) => {
    const asked = { state: state ?? null, code, open: null, ...next };
    const told = new URLSearchParams();
    for (const [name, value] of Object.entries(asked)) if (value) told.set(name, value);
    setParams(told, { replace: true });
  };
  const hasFilter = state !== undefined || code !== '';
  return (
    <>
      <PageHeader
        crumb={productsPage.stage}
        title={productsPage.title}
        chips={<ListTotal total={list.data?.pages[0]?.total} unit="个" at={list.dataUpdatedAt} />}
        actions={
          canWrite && (
            <Button type="primary" onClick={() => setIsNew(true)}>
              登记产品
            </Button>
          )
        }
      />
      <p className="note">
        由另一位同事复核后在售。没有风险等级、等级过期或不在售的产品，不会出现在任何客户面前。
      </p>
      <div className="filter-bar">
        <SearchField
          value={code}
          placeholder="产品代码"
          maxLength={PRODUCT_CODE_MAX}
          onSearch={(next) => move({ code: next })}
          fieldRef={searchRef}
        />
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          className="wide"
          value={state ?? null}
          options={PRODUCT_STATES.map((value) => ({ value, label: productStateNames[value] }))}
          onChange={(next) => move({ state: next })}
        />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.productId}
        columns={productColumns}
        searchRef={searchRef}
        onOpen={(row) => move({ open: row.productId })}
        openId={open}
        empty={hasFilter ? '没有这样的产品。' : '还没有产品。登记一个，或导入一份文件。'}
      />
      <ProductDrawer
        openId={isNew ? null : open}
        isNew={isNew}
        onCreated={({ productId }) => {
          setIsNew(false);
          move({ open: productId });
        }}
        onClose={() => {
          setIsNew(false);
          move({ open: null });
        }}
      />
    </>
  );
}
