import type { ChannelAccountRows } from '@siyu/shared/contracts/channels';
import {
  ACCOUNT_OWNERS,
  ARRIVAL_WINDOWS,
  CHANNEL_SEARCH_MAX,
  PLATFORMS,
  type ArrivalWindow,
} from '@siyu/shared/contracts/channels.limits';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { accountOwnerNames, platformNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '../api/call.ts';
import { channelsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatCount } from '../format/figures.ts';
import { ColumnChooser } from '../list/column-chooser.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { SavedViews } from '../list/saved-views.tsx';
import { SearchField } from '../list/search-field.tsx';
import { useHiddenColumns } from '../list/use-hidden-columns.ts';
import { ChannelDrawer } from './channel-drawer.tsx';
import { channelColumns } from './channel-columns.tsx';
import { readView, USUAL_WINDOW, writeView, type ChannelView } from './channel-view.ts';
import { CreateAccount } from './create-account.tsx';

const CREATORS = ['operator', 'branchHead'];

export default function ChannelsPage() {
  const [params, setParams] = useSearchParams();
  const [isCreating, setIsCreating] = useState(false);
  const [hidden, setHidden] = useHiddenColumns('channels', []);
  const searchRef = useRef<InputRef>(null);
  const mayWrite = useStaff().roles.some((role) => CREATORS.includes(role));
  const view = readView(params);
  const { platform, owner, days, search, open } = view;
  const list = useInfiniteQuery({
    queryKey: ['channels', 'list', platform, owner, days, search],
    queryFn: ({ pageParam, signal }) =>
      call(
        channelsRoutes.listAccounts,
        {
          query: {
            days,
            ...(platform !== null && { platform }),
            ...(owner !== null && { owner }),
            ...(search !== '' && { search }),
            ...(pageParam !== '' && { cursor: pageParam }),
          },
        },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
  const show = (next: ChannelView) => setParams(writeView(next), { replace: true });
  const searchFor = useCallback(
    (words: string) =>
      setParams((before) => writeView({ ...readView(before), search: words }), { replace: true }),
    [setParams],
  );
  const [first] = list.data?.pages ?? [];
  const isFiltered = platform !== null || owner !== null || search !== '';
  return (
    <>
      <PageHeader
        crumb={channelsPage.stage}
        title={channelsPage.title}
        chips={<ListTotal total={first?.total} unit="个账号" at={list.dataUpdatedAt} />}
        actions={
          mayWrite && (
            <Button type="primary" onClick={() => setIsCreating(true)}>
              登记账号
            </Button>
          )
        }
      />
      {first && <p className="note">{arrivalsInWords(first, days)}</p>}
      <div className="filter-bar" role="search">
        <SearchField
          fieldRef={searchRef}
          placeholder="按账号名称搜索"
          maxLength={CHANNEL_SEARCH_MAX}
          value={search}
          onSearch={searchFor}
        />
        <Select
          aria-label="平台"
          placeholder="平台"
          allowClear
          value={platform}
          options={PLATFORMS.map((value) => ({ value, label: platformNames[value] }))}
          onChange={(value) => show({ ...view, platform: value ?? null })}
        />
        <Select
          aria-label="属于"
          placeholder="属于"
          allowClear
          value={owner}
          options={ACCOUNT_OWNERS.map((value) => ({ value, label: accountOwnerNames[value] }))}
          onChange={(value) => show({ ...view, owner: value ?? null })}
        />
        <Select
          aria-label="统计时间"
          value={days}
          options={ARRIVAL_WINDOWS.map((value) => ({ value, label: `近 ${value} 天` }))}
          onChange={(value: ArrivalWindow) => show({ ...view, days: value })}
        />
        {isFiltered && (
          <Button
            type="text"
            onClick={() => show({ ...view, platform: null, owner: null, search: '', days: USUAL_WINDOW })}
          >
            清除筛选
          </Button>
        )}
        <span className="spring" />
        <SavedViews list="channels" />
        <ColumnChooser columns={channelColumns} hidden={hidden} onChange={setHidden} />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.accountId}
        columns={channelColumns.filter(({ key }) => !hidden.includes(key))}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.accountId })}
        openId={open}
        empty={
          isFiltered
            ? '没有符合这些条件的账号，放宽一个条件试试。'
            : '还没有登记账号。登记之后就能新建投放位，取二维码。'
        }
      />
      <ChannelDrawer
        accountId={open}
        days={days}
        mayWrite={mayWrite}
        onClose={() => show({ ...view, open: null })}
      />
      <CreateAccount
        isOpen={isCreating}
        onClose={() => setIsCreating(false)}
        onCreated={(accountId) => {
          setIsCreating(false);
          show({ ...view, open: accountId });
        }}
      />
    </>
  );
}

/** What the figures below mean, computed from those of the same answer. */
function arrivalsInWords({ arrivals, attributionDays }: ChannelAccountRows, days: number): string {
  const rule = `新会员按首次来源计：加入前 ${attributionDays} 天内第一次扫码或点击算数，找不到就是自然进入。`;
  if (arrivals === null) return rule;
  const { all, placement, referral, natural } = arrivals;
  return `近 ${days} 天加入 ${formatCount(all)} 位新会员：投放位 ${formatCount(placement)}，会员分享 ${formatCount(referral)}，自然进入 ${formatCount(natural)}。${rule}`;
}
