import { COMPLAINT_CHANNELS, COMPLAINT_VIEWS } from '@siyu/shared/contracts/care.limits';
import { complaintChannelNames, complaintViewNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { complaintsPage } from '../app/pages.ts';
import { dueSentence } from '../care/due-sentence.ts';
import { ColumnChooser } from '../list/column-chooser.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { useHiddenColumns } from '../list/use-hidden-columns.ts';
import { complaintColumns } from './complaint-columns.tsx';
import { ComplaintDrawer } from './complaint-drawer.tsx';
import { complaintListQuery } from './complaint-queries.ts';
import { readComplaintView, writeComplaintView, type ComplaintView } from './complaint-view.ts';
import { RegisterComplaint } from './register-complaint.tsx';

/** Complaints by whatever way they came; what is late and what is soon due comes first. */
export default function ComplaintsPage() {
  const [params, setParams] = useSearchParams();
  const [isRegistering, setIsRegistering] = useState(false);
  const [hidden, setHidden] = useHiddenColumns('complaints', []);
  const searchRef = useRef<InputRef>(null);
  const view = readComplaintView(params);
  const show = (next: ComplaintView) => setParams(writeComplaintView(next), { replace: true });
  const list = useInfiniteQuery(complaintListQuery(view));
  const first = list.data?.pages[0];
  return (
    <>
      <PageHeader
        crumb={complaintsPage.stage}
        title={complaintsPage.title}
        chips={<ListTotal total={first?.total} unit="件投诉" at={list.dataUpdatedAt} />}
        actions={
          <Button type="primary" onClick={() => setIsRegistering(true)}>
            登记投诉
          </Button>
        }
      />
      {first && <p className="note">{dueSentence(first)}期限按交易所的工作日计算。</p>}
      <div className="filter-bar">
        <Select
          aria-label="进展"
          className="wide"
          value={view.view}
          options={COMPLAINT_VIEWS.map((value) => ({ value, label: complaintViewNames[value] }))}
          onChange={(value) => show({ ...view, view: value, open: null })}
        />
        <Select
          aria-label="渠道"
          placeholder="渠道"
          allowClear
          value={view.channel}
          options={COMPLAINT_CHANNELS.map((value) => ({ value, label: complaintChannelNames[value] }))}
          onChange={(value) => show({ ...view, channel: value ?? null, open: null })}
        />
        <Checkbox
          checked={view.isMine}
          onChange={(event) => show({ ...view, isMine: event.target.checked, open: null })}
        >
          只看我承办的
        </Checkbox>
        <span className="spring" />
        <SavedViews list="complaints" />
        <ColumnChooser columns={complaintColumns} hidden={hidden} onChange={setHidden} />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.complaintId}
        columns={complaintColumns.filter(({ key }) => !hidden.includes(key))}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.complaintId })}
        openId={view.open}
        empty={view.view === 'OWED' ? '没有等我们处理的投诉。' : '没有符合这些条件的投诉。'}
      />
      <ComplaintDrawer complaintId={view.open} onClose={() => show({ ...view, open: null })} />
      <RegisterComplaint
        isOpen={isRegistering}
        onClose={() => setIsRegistering(false)}
        onRegistered={(complaintId) => {
          setIsRegistering(false);
          show({ ...view, open: complaintId });
        }}
      />
    </>
  );
}
