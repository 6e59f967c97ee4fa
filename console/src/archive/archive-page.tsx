import { FINDING_STATES } from '@siyu/shared/contracts/archive.limits';
import { WORDING_FAULTS, WORDING_LEVELS } from '@siyu/shared/contracts/moderation.limits';
import { findingLevelNames, findingStateNames, wordingFaultNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { archivePage } from '../app/pages.ts';
import { DayField } from '../list/day-field.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { ArchiveCoverage } from './archive-coverage.tsx';
import { findingListQuery } from './archive-queries.ts';
import { type ArchiveView, openFindings, readArchiveView, writeArchiveView } from './archive-view.ts';
import { findingColumns } from './finding-columns.tsx';
import { FindingDrawer } from './finding-drawer.tsx';
import '../styles/archive.css';

/** What staff say to customers in WeCom: whether it is kept, and what was found in it. */
export default function ArchivePage() {
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const view = readArchiveView(params);
  const list = useInfiniteQuery(findingListQuery(view));
  const show = (next: ArchiveView) => setParams(writeArchiveView(next), { replace: true });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const staff = new Map(
    rows.flatMap(({ staffId, staffName }) => (staffId === null ? [] : [[staffId, staffName]])),
  );
  const isFiltered = [view.level, view.fault, view.staffId, view.day].some((each) => each !== null);
  return (
    <>
      <PageHeader
        crumb={archivePage.stage}
        title={archivePage.title}
        chips={<ListTotal total={list.data?.pages[0]?.total} unit="条" at={list.dataUpdatedAt} />}
      />
      <ArchiveCoverage />
      <p className="note">员工在企业微信里说的话，存档时逐条检查。已经说出去的，只能事后处理。</p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          value={view.state}
          options={FINDING_STATES.map((value) => ({ value, label: findingStateNames[value] }))}
          onChange={(state) => show({ ...view, state, open: null })}
        />
        <Select
          aria-label="程度"
          placeholder="程度"
          allowClear
          value={view.level}
          options={WORDING_LEVELS.map((value) => ({ value, label: findingLevelNames[value] }))}
          onChange={(value) => show({ ...view, level: value ?? null })}
        />
        <Select
          aria-label="问题"
          placeholder="问题"
          allowClear
          value={view.fault}
          options={WORDING_FAULTS.map((value) => ({ value, label: wordingFaultNames[value] }))}
          onChange={(value) => show({ ...view, fault: value ?? null })}
        />
        <Select
          aria-label="员工"
          placeholder="员工"
          allowClear
          value={view.staffId}
          options={[...staff].map(([value, label]) => ({ value, label }))}
          onChange={(value) => show({ ...view, staffId: value ?? null })}
        />
        <DayField
          label="哪一天"
          value={view.day ?? ''}
          onChange={(day) => show({ ...view, day: day || null })}
        />
        {isFiltered && (
          <Button type="text" onClick={() => show({ ...openFindings, state: view.state })}>
            清除筛选
          </Button>
        )}
      </div>
      <RowList
        list={list}
        rowId={(row) => row.findingId}
        columns={findingColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.findingId })}
        openId={view.open}
        empty={
          isFiltered
            ? '没有符合这些条件的记录。'
            : view.state === 'OPEN'
              ? '没有待处理的措辞问题。'
              : '还没有处理过的措辞问题。'
        }
      />
      <FindingDrawer
        findingId={view.open}
        onClose={() => show({ ...view, open: null })}
        onOnlyStaff={(staffId) => show({ ...view, staffId, open: null })}
      />
    </>
  );
}
