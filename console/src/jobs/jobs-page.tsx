import { JOB_STATES } from '@siyu/shared/contracts/jobs.limits';
import { jobStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { jobsPage } from '../app/pages.ts';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { jobColumns } from './job-columns.tsx';
import { JobDrawer } from './job-drawer.tsx';
import { jobListQuery } from './job-queries.ts';
import { allJobs, readJobView, writeJobView, type JobView } from './job-view.ts';

export default function JobsPage() {
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const view = readJobView(params);
  const list = useInfiniteQuery(jobListQuery(view));
  const show = (next: JobView) => setParams(writeJobView(next), { replace: true });
  const total = list.data?.pages[0]?.total;
  return (
    <>
      <PageHeader
        crumb={jobsPage.stage}
        title={jobsPage.title}
        chips={<ListTotal total={total} unit="项" at={list.dataUpdatedAt} />}
        actions={<SavedViews list="jobs" />}
      />
      <p className="note">
        系统在后台自动做的事。失败的会自己再试；这里看得到原因和进度，必要时可以现在重试。
      </p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          className="wide"
          value={view.state}
          options={JOB_STATES.map((value) => ({ value, label: jobStateNames[value] }))}
          onChange={(value) => show({ ...view, state: value ?? null })}
        />
        {view.state !== null && (
          <Button type="text" onClick={() => show(allJobs)}>
            清除筛选
          </Button>
        )}
      </div>
      <RowList
        list={list}
        rowId={(row) => row.name}
        columns={jobColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.name })}
        openId={view.open}
        empty={
          view.state === null
            ? '还没有后台任务运行过。后台进程启动后会出现在这里。'
            : '没有处于这个状态的任务。'
        }
      />
      <JobDrawer name={view.open} onClose={() => show({ ...view, open: null })} />
    </>
  );
}
