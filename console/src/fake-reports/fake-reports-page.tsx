import { FAKE_REPORT_STATES } from '@siyu/shared/contracts/verification.limits';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { fakeReportsPage } from '../app/pages.ts';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { fakeReportColumns, fakeReportStateNames } from './fake-report-columns.tsx';
import { FakeReportDrawer } from './fake-report-drawer.tsx';
import { fakeReportListQuery } from './fake-report-queries.ts';
import { readFakeReportView, writeFakeReportView, type FakeReportView } from './fake-report-view.ts';

/** What people told of those who pretend to be the firm; one that is handled leaves the list of open ones. */
export default function FakeReportsPage() {
  const [params, setParams] = useSearchParams();
  const view = readFakeReportView(params);
  const show = (next: FakeReportView) => setParams(writeFakeReportView(next), { replace: true });
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(fakeReportListQuery(view.state));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHeader crumb={fakeReportsPage.stage} title={fakeReportsPage.title} />
      <p className="note">任何人都可以举报，不用登录，也不留身份。请先看有没有人正在付款。</p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          className="wide"
          value={view.state}
          options={FAKE_REPORT_STATES.map((value) => ({ value, label: fakeReportStateNames[value] }))}
          onChange={(state) => show({ state, open: null })}
        />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.reportId}
        columns={fakeReportColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.reportId })}
        openId={view.open}
        empty={view.state === 'OPEN' ? '没有待处理的举报。' : '还没有处理过的举报。'}
      />
      <FakeReportDrawer
        report={rows.find((row) => row.reportId === view.open) ?? null}
        onClose={() => show({ ...view, open: null })}
      />
    </>
  );
}
