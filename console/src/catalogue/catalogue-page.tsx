import { ITEM_STATES } from '@siyu/shared/contracts/redemption.limits';
import { itemStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { cataloguePage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { itemsQuery } from './catalogue-queries.ts';
import { itemColumns } from './item-columns.tsx';
import { ItemDrawer } from './item-drawer.tsx';

/** What members exchange their points for, with what is left of each. */
export default function CataloguePage() {
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const canWrite = useStaff().roles.includes('operator');
  const state = ITEM_STATES.find((each) => each === params.get('state'));
  const list = useInfiniteQuery(itemsQuery(state));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const open = params.get('open');
  const [isNew, setIsNew] = useState(false);
  const show = (itemId: string | null) =>
    setParams({ ...(state && { state }), ...(itemId !== null && { open: itemId }) }, { replace: true });
  return (
    <>
      <PageHeader
        crumb={cataloguePage.stage}
        title={cataloguePage.title}
        chips={<ListTotal total={list.data?.pages[0]?.total} unit="件" at={list.dataUpdatedAt} />}
        actions={
          canWrite && (
            <Button type="primary" onClick={() => setIsNew(true)}>
              新建兑换品
            </Button>
          )
        }
      />
      <p className="note">
        兑换品由另一位同事复核后上架；现金和储值类不能兑换，实物礼品要先有合规的书面决定。
      </p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          className="wide"
          value={state ?? null}
          options={ITEM_STATES.map((value) => ({ value, label: itemStateNames[value] }))}
          onChange={(next) => setParams(next ? { state: next } : {}, { replace: true })}
        />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.itemId}
        columns={itemColumns}
        searchRef={searchRef}
        onOpen={(row) => show(row.itemId)}
        openId={open}
        empty={state ? '没有这样的兑换品。' : '还没有兑换品。新建一件，复核通过后客户就能看到。'}
      />
      <ItemDrawer
        row={rows.find(({ itemId }) => itemId === open) ?? null}
        isNew={isNew}
        onCreated={({ itemId }) => {
          setIsNew(false);
          show(itemId);
        }}
        onClose={() => {
          setIsNew(false);
          show(null);
        }}
      />
    </>
  );
}
