import { CALL_VIEWS } from '@siyu/shared/contracts/care.limits';
import { callViewNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { followUpCallsPage } from '../app/pages.ts';
import { dueSentence } from '../care/due-sentence.ts';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { callColumns } from './call-columns.tsx';
import { CallDrawer } from './call-drawer.tsx';
import { callListQuery } from './call-queries.ts';
import { readCallView, writeCallView, type CallView } from './call-view.ts';
import { OrderCall } from './order-call.tsx';

/** Clients that are to be called by somebody who does not look after them; what is late comes first. */
export default function FollowUpCallsPage() {
  const [params, setParams] = useSearchParams();
  const [isOrdering, setIsOrdering] = useState(false);
  const searchRef = useRef<InputRef>(null);
  const view = readCallView(params);
  const show = (next: CallView) => setParams(writeCallView(next), { replace: true });
  const list = useInfiniteQuery(callListQuery(view));
  const first = list.data?.pages[0];
  return (
    <>
      <PageHeader
        crumb={followUpCallsPage.stage}
        title={followUpCallsPage.title}
        chips={<ListTotal total={first?.total} unit="次回访" at={list.dataUpdatedAt} />}
        actions={
          <Button type="primary" onClick={() => setIsOrdering(true)}>
            安排回访
          </Button>
        }
      />
      {first && <p className="note">{dueSentence(first)}服务这位客户的同事不能自己回访。</p>}
      <div className="filter-bar">
        <Select
          aria-label="进展"
          className="wide"
          value={view.view}
          options={CALL_VIEWS.map((value) => ({ value, label: callViewNames[value] }))}
          onChange={(value) => show({ ...view, view: value, open: null })}
        />
        <Checkbox
          checked={view.isMine}
          onChange={(event) => show({ ...view, isMine: event.target.checked, open: null })}
        >
          只看分派给我的
        </Checkbox>
        <span className="spring" />
        <SavedViews list="follow-up-calls" />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.callId}
        columns={callColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.callId })}
        openId={view.open}
        empty={view.view === 'OWED' ? '没有等着回访的客户。' : '没有符合这些条件的回访。'}
      />
      <CallDrawer callId={view.open} onClose={() => show({ ...view, open: null })} />
      <OrderCall
        isOpen={isOrdering}
        onClose={() => setIsOrdering(false)}
        onOrdered={(callId) => {
          setIsOrdering(false);
          show({ ...view, open: callId });
        }}
      />
    </>
  );
}
