import { MESSAGE_CLASSES, NOTICE_KINDS, NOTICE_STATES } from '@siyu/shared/contracts/notifications.limits';
import {
  messageClassNames,
  noticeKindNames,
  noticeReasonNames,
  noticeStateNames,
} from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { noticesPage } from '../app/pages.ts';
import { formatCount } from '../format/figures.ts';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { noticeColumns } from './notice-columns.tsx';
import { NoticeDrawer } from './notice-drawer.tsx';
import { noticeListQuery } from './notice-queries.ts';
import { allNotices, type NoticeView, readNoticeView, writeNoticeView } from './notice-view.ts';

export default function NoticesPage() {
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const view = readNoticeView(params);
  const list = useInfiniteQuery(noticeListQuery(view));
  const show = (next: NoticeView) => setParams(writeNoticeView(next), { replace: true });
  const first = list.data?.pages[0];
  const isFiltered = [view.state, view.kind, view.messageClass, view.reason].some((each) => each !== null);
  return (
    <>
      <PageHeader
        crumb={noticesPage.stage}
        title={noticesPage.title}
        chips={
          <>
            <ListTotal total={first?.total} unit="条" at={list.dataUpdatedAt} />
            {first !== undefined && first.unknown > 0 && (
              <span className="chip chip-warning">结果不明 {formatCount(first.unknown)} 条</span>
            )}
          </>
        }
        actions={<SavedViews list="notices" />}
      />
      <p className="note">
        客户自己要的提醒，通过微信服务通知发送。没有发送的，写明原因；结果不明的不会自动重发。
      </p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          value={view.state}
          options={NOTICE_STATES.map((value) => ({ value, label: noticeStateNames[value] }))}
          onChange={(value) => show({ ...view, state: value ?? null })}
        />
        <Select
          aria-label="通知"
          placeholder="通知"
          allowClear
          value={view.kind}
          options={NOTICE_KINDS.map((value) => ({ value, label: noticeKindNames[value] }))}
          onChange={(value) => show({ ...view, kind: value ?? null })}
        />
        <Select
          aria-label="类别"
          placeholder="类别"
          allowClear
          value={view.messageClass}
          options={MESSAGE_CLASSES.map((value) => ({ value, label: messageClassNames[value] }))}
          onChange={(value) => show({ ...view, messageClass: value ?? null })}
        />
        <Select
          aria-label="原因"
          placeholder="原因"
          allowClear
          className="wide"
          value={view.reason}
          options={Object.entries(noticeReasonNames).map(([value, label]) => ({ value, label }))}
          onChange={(value) => show({ ...view, reason: value ?? null })}
        />
        {isFiltered && (
          <Button type="text" onClick={() => show(allNotices)}>
            清除筛选
          </Button>
        )}
      </div>
      <RowList
        list={list}
        rowId={(row) => row.noticeId}
        columns={noticeColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.noticeId })}
        openId={view.open}
        empty={
          isFiltered
            ? '没有符合这些条件的通知。'
            : '还没有发过通知。客户要了提醒、又有新课上线时，会出现在这里。'
        }
      />
      <NoticeDrawer noticeId={view.open} onClose={() => show({ ...view, open: null })} />
    </>
  );
}
