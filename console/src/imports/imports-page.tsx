import { IMPORT_KINDS, IMPORT_STATES } from '@siyu/shared/contracts/imports.limits';
import { importKindNames, importStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { putAnswer } from '../api/put-answer.ts';
import { importsPage } from '../app/pages.ts';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { importColumns } from './import-columns.tsx';
import { ImportDrawer } from './import-drawer.tsx';
import { importListQuery, importQuery } from './import-queries.ts';
import { readImportView, wholeList, writeImportView, type ImportView } from './import-view.ts';
import { UploadImport } from './upload-import.tsx';

export default function ImportsPage() {
  const [params, setParams] = useSearchParams();
  const [isUploading, setUploading] = useState(false);
  const searchRef = useRef<InputRef>(null);
  const view = readImportView(params);
  const { kind, state, open } = view;
  const isFiltered = kind !== null || state !== null;
  const list = useInfiniteQuery(importListQuery(view));
  const show = (next: ImportView) => setParams(writeImportView(next), { replace: true });
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        crumb={importsPage.stage}
        title={importsPage.title}
        chips={<ListTotal total={total} unit="份" at={list.dataUpdatedAt} />}
        actions={
          <>
            <SavedViews list="imports" />
            <Button type="primary" onClick={() => setUploading(true)}>
              导入文件
            </Button>
          </>
        }
      />
      <p className="note">
        核心系统的交易、测评、行情和休市日，以及渠道账号，以 CSV
        文件导入，逐份逐行核对。每一行只计入一次，不合格的行退回并写明原因。
      </p>
      <div className="filter-bar">
        <Select
          aria-label="类型"
          placeholder="类型"
          allowClear
          className="wide"
          value={kind}
          options={IMPORT_KINDS.map((value) => ({ value, label: importKindNames[value] }))}
          onChange={(value) => show({ ...view, kind: value ?? null })}
        />
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          className="wide"
          value={state}
          options={IMPORT_STATES.map((value) => ({ value, label: importStateNames[value] }))}
          onChange={(value) => show({ ...view, state: value ?? null })}
        />
        {isFiltered && (
          <Button type="text" onClick={() => show(wholeList)}>
            清除筛选
          </Button>
        )}
      </div>
      <RowList
        list={list}
        rowId={(row) => row.importId}
        columns={importColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.importId })}
        openId={open}
        empty={
          isFiltered
            ? '没有符合这些条件的导入，放宽一个条件试试。'
            : '还没有导入过文件。点右上角的「导入文件」，选择类型和 CSV 文件，进度和结果会出现在这里。'
        }
      />
      <ImportDrawer importId={open} onClose={() => show({ ...view, open: null })} />
      <UploadImport
        isOpen={isUploading}
        onClose={() => setUploading(false)}
        onUploaded={(row) => {
          setUploading(false);
          putAnswer(importQuery(row.importId).queryKey, row);
          // Whatever the filters leave out, the new one is to be seen.
          show({ ...wholeList, open: row.importId });
        }}
      />
    </>
  );
}
