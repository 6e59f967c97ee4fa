import { SEND_CHANNELS, SEND_STATES } from '@siyu/shared/contracts/platform-sends.limits';
import { sendChannelNames, sendStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { sendsPage } from '../app/pages.ts';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { sendColumns } from './send-columns.tsx';
import { SendCounts } from './send-counts.tsx';
import { SendDrawer } from './send-drawer.tsx';
import { sendListQuery } from './send-queries.ts';
import { allSends, readSendView, writeSendView, type SendView } from './send-view.ts';

export default function SendsPage() {
  const [params, setParams] = useSearchParams();
  const searchRef = useRef<InputRef>(null);
  const view = readSendView(params);
  const list = useInfiniteQuery(sendListQuery(view));
  const show = (next: SendView) => setParams(writeSendView(next), { replace: true });
  const first = list.data?.pages[0];
  const isFiltered = view.state !== null || view.channel !== null;
  return (
    <>
      <PageHeader
        crumb={sendsPage.stage}
        title={sendsPage.title}
        chips={<ListTotal total={first?.total} unit="条" at={list.dataUpdatedAt} />}
        actions={<SavedViews list="platform-sends" />}
      />
      <p className="note">
        发给微信和企业微信的消息，每条至多发一次。平台没有回应的记为结果未知，不会自动重发，由平台的通知、查询或人工核定。
      </p>
      {first && <SendCounts counts={first} />}
      <div className="filter-bar">
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          className="wide"
          value={view.state}
          options={SEND_STATES.map((value) => ({ value, label: sendStateNames[value] }))}
          onChange={(value) => show({ ...view, state: value ?? null })}
        />
        <Select
          aria-label="种类"
          placeholder="种类"
          allowClear
          className="wide"
          value={view.channel}
          options={SEND_CHANNELS.map((value) => ({ value, label: sendChannelNames[value] }))}
          onChange={(value) => show({ ...view, channel: value ?? null })}
        />
        {isFiltered && (
          <Button type="text" onClick={() => show(allSends)}>
            清除筛选
          </Button>
        )}
      </div>
      <RowList
        list={list}
        rowId={(row) => row.sendId}
        columns={sendColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.sendId })}
        openId={view.open}
        empty={
          isFiltered ? '没有符合筛选的发送。' : '还没有消息发给平台。有了订阅提醒或群发任务后会出现在这里。'
        }
      />
      <SendDrawer sendId={view.open} onClose={() => show({ ...view, open: null })} />
    </>
  );
}
