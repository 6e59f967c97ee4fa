import { useInfiniteQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { retentionPage } from '../app/pages.ts';
import { formatCount } from '../format/figures.ts';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { retentionColumns } from './retention-columns.tsx';
import { RetentionDrawer } from './retention-drawer.tsx';
import { retentionQuery } from './retention-queries.ts';

export default function RetentionPage() {
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(retentionQuery);
  const open = params.get('open');
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        crumb={retentionPage.stage}
        title={retentionPage.title}
        chips={total !== undefined && <span className="chip">共 {formatCount(total)} 项</span>}
      />
      <p className="note">
        数据库里的每一张表都在这里：为什么保存，保存多久，怎样结束。后台每天按这张表清理到期的；依法要保存的，清理任务不会碰。
      </p>
      <RowList
        list={list}
        rowId={(row) => row.code}
        columns={retentionColumns}
        searchRef={searchRef}
        onOpen={(row) => setParams({ open: row.code }, { replace: true })}
        openId={open}
        empty="还没有留存项目。"
      />
      <RetentionDrawer
        row={rows.find(({ code }) => code === open) ?? null}
        onClose={() => setParams({}, { replace: true })}
      />
    </>
  );
}
