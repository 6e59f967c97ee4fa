import type { TrailRow } from '@siyu/shared/contracts/trail';
import { TRAIL_COUNT_MAX } from '@siyu/shared/contracts/trail.limits';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { trailPage } from '../app/pages.ts';
import { AskExport } from '../exports/ask-export.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { trailColumns } from './trail-columns.tsx';
import { TrailDrawer } from './trail-drawer.tsx';
import { TrailFilterBar } from './trail-filter-bar.tsx';
import { trailQuery } from './trail-queries.ts';
import { TrailSeals } from './trail-seals.tsx';
import { exportQuery, readTrailView, wholeTrail, writeTrailView, type TrailView } from './trail-view.ts';

export default function TrailPage() {
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<TrailRow | null>(null);
  const searchRef = useRef<InputRef>(null);
  const view = readTrailView(params);
  const list = useInfiniteQuery(trailQuery(view));
  const show = useCallback(
    (next: TrailView) => setParams(writeTrailView(next), { replace: true }),
    [setParams],
  );
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        crumb={trailPage.stage}
        title={trailPage.title}
        actions={
          <>
            <AskExport kind="audit" query={exportQuery(view)} />
            <SavedViews list="audit" />
          </>
        }
        chips={<ListTotal total={total} unit="条" at={list.dataUpdatedAt} max={TRAIL_COUNT_MAX} />}
      />
      <p className="note">每一次操作都记录在案，几秒内封存；封存后改动任何一条，校验都会指出是哪一条。</p>
      <TrailSeals />
      <TrailFilterBar view={view} searchRef={searchRef} onChange={show} />
      <RowList
        list={list}
        rowId={(row) => row.rowId}
        columns={trailColumns}
        searchRef={searchRef}
        onOpen={setOpen}
        openId={open?.rowId ?? null}
        empty={
          writeTrailView(view).size > 0 ? '没有符合这些条件的记录，放宽一个条件试试。' : '还没有任何记录。'
        }
      />
      <TrailDrawer
        row={open}
        onClose={() => setOpen(null)}
        onSubject={(subject) => {
          setOpen(null);
          show({ ...wholeTrail, subject });
        }}
      />
    </>
  );
}
