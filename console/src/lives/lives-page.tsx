import { LIVE_VIEWS } from '@siyu/shared/contracts/live.limits';
import { liveViewNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { livesPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { ColumnChooser } from '../list/column-chooser.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { useHiddenColumns } from '../list/use-hidden-columns.ts';
import { livePath, newLivePath } from './live-address.ts';
import { liveColumns } from './live-columns.tsx';
import { liveListQuery } from './live-queries.ts';
import { readLiveView } from './live-view.ts';

/** Live sessions from the plan to the archive. */
export default function LivesPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [hidden, setHidden] = useHiddenColumns('lives', []);
  const searchRef = useRef<InputRef>(null);
  const view = readLiveView(params);
  const list = useInfiniteQuery(liveListQuery(view));
  const mayPlan = useStaff().roles.includes('operator');
  return (
    <>
      <PageHeader
        crumb={livesPage.stage}
        title={livesPage.title}
        chips={<ListTotal total={list.data?.pages[0]?.total} unit="场" at={list.dataUpdatedAt} />}
        actions={
          mayPlan && (
            <Button type="primary" onClick={() => void navigate(newLivePath)}>
              新建直播
            </Button>
          )
        }
      />
      <p className="note">方案和讲稿先复核，备案先核对，两样都有了才能发布预告；结束以后按期归档。</p>
      <div className="filter-bar">
        <Select
          aria-label="进展"
          className="wide"
          value={view}
          options={LIVE_VIEWS.map((value) => ({ value, label: liveViewNames[value] }))}
          onChange={(value) => setParams(value === 'AHEAD' ? {} : { view: value }, { replace: true })}
        />
        <span className="spring" />
        <SavedViews list="lives" />
        <ColumnChooser columns={liveColumns} hidden={hidden} onChange={setHidden} />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.liveId}
        columns={liveColumns.filter(({ key }) => !hidden.includes(key))}
        searchRef={searchRef}
        onOpen={(row) => void navigate(livePath(row.liveId))}
        openId={null}
        empty={
          view === 'AHEAD'
            ? '没有筹备中的直播。运营新建的方案会出现在这里。'
            : `没有${liveViewNames[view]}的直播。`
        }
      />
    </>
  );
}
