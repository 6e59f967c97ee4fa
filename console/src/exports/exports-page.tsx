import { EXPORT_STATES } from '@siyu/shared/contracts/exports.limits';
import { exportStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { exportsPage } from '../app/pages.ts';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { exportColumns } from './export-columns.tsx';
import { ExportDrawer } from './export-drawer.tsx';
import { exportListQuery } from './export-queries.ts';
import { allExports, readExportView, writeExportView, type ExportView } from './export-view.ts';

export default function ExportsPage() {
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const view = readExportView(params);
  const list = useInfiniteQuery(exportListQuery(view.state));
  const show = (next: ExportView) => setParams(writeExportView(next), { replace: true });
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        crumb={exportsPage.stage}
        title={exportsPage.title}
        chips={<ListTotal total={total} unit="次" at={list.dataUpdatedAt} />}
      />
      <p className="note">在列表页按筛选申请导出，合规同事复核通过后在这里下载；文件到期自动删除。</p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          className="wide"
          value={view.state}
          options={EXPORT_STATES.map((value) => ({ value, label: exportStateNames[value] }))}
          onChange={(value) => show({ ...view, state: value ?? null })}
        />
        {view.state !== null && (
          <Button type="text" onClick={() => show(allExports)}>
            清除筛选
          </Button>
        )}
      </div>
      <RowList
        list={list}
        rowId={(row) => row.exportId}
        columns={exportColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.exportId })}
        openId={view.open}
        empty={
          view.state === null
            ? '您还没有申请过导出。在会员或留痕列表点「导出」，写明用途后提交。'
            : '没有处于这个状态的导出。'
        }
      />
      <ExportDrawer exportId={view.open} onClose={() => show({ ...view, open: null })} />
    </>
  );
}
