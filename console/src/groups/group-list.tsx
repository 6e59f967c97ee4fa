import type { GroupOwners } from '@siyu/shared/contracts/communities-desk';
import { GROUP_ACTIVITY_DAYS, GROUP_SEARCH_MAX } from '@siyu/shared/contracts/communities-desk.limits';
import { GROUP_STATES } from '@siyu/shared/contracts/communities.limits';
import { groupStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { ColumnChooser } from '../list/column-chooser.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { RowList } from '../list/row-list.tsx';
import { SearchField } from '../list/search-field.tsx';
import { useHiddenColumns } from '../list/use-hidden-columns.ts';
import { groupColumns } from './group-columns.tsx';
import { GroupDrawer } from './group-drawer.tsx';
import { groupListQuery, groupOwnersQuery } from './group-queries.ts';
import {
  ALL_GROUPS,
  readGroupView,
  writeGroupView,
  type GroupListView,
  type GroupView,
} from './group-view.ts';

const NOBODY: GroupOwners = { branches: [], staff: [] };

interface GroupListProps {
  readonly view: GroupListView;
  readonly show: (next: GroupView) => void;
}

/** Groups of the caller's reach, the largest first. */
export function GroupList({ view, show }: GroupListProps) {
  const [hidden, setHidden] = useHiddenColumns('groups', []);
  const searchRef = useRef<InputRef>(null);
  const { state, branch, owner, search, open } = view;
  const list = useInfiniteQuery(groupListQuery(view));
  const { branches, staff } = useQuery(groupOwnersQuery).data ?? NOBODY;
  const [, setParams] = useSearchParams();
  const searchFor = useCallback(
    (words: string) =>
      setParams(
        (params) => {
          const before = readGroupView(params);
          return before.tab === 'groups' ? writeGroupView({ ...before, search: words }) : params;
        },
        { replace: true },
      ),
    [setParams],
  );
  const isFiltered = state !== null || branch !== null || owner !== null || search !== '';
  return (
    <>
      <div className="filter-bar" role="search">
        <SearchField
          fieldRef={searchRef}
          placeholder="按群名搜索"
          maxLength={GROUP_SEARCH_MAX}
          value={search}
          onSearch={searchFor}
        />
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          value={state}
          options={GROUP_STATES.map((value) => ({ value, label: groupStateNames[value] }))}
          onChange={(value) => show({ ...view, state: value ?? null })}
        />
        {branches.length > 1 && (
          <Select
            aria-label="营业部"
            className="wide"
            placeholder="营业部"
            allowClear
            value={branch}
            options={branches.map(({ branchId, name }) => ({ value: branchId, label: name }))}
            onChange={(value) => show({ ...view, branch: value ?? null })}
          />
        )}
        {staff.length > 1 && (
          <Select
            aria-label="群主"
            placeholder="群主"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={owner}
            options={staff.map(({ staffId, name }) => ({ value: staffId, label: name }))}
            onChange={(value) => show({ ...view, owner: value ?? null })}
          />
        )}
        {isFiltered && (
          <Button type="text" onClick={() => show({ ...ALL_GROUPS, open })}>
            清除筛选
          </Button>
        )}
        <span className="spring" />
        <ListTotal total={list.data?.pages[0]?.total} unit="个群" at={list.dataUpdatedAt} />
        <ColumnChooser columns={groupColumns} hidden={hidden} onChange={setHidden} />
      </div>
      <p className="note">
        人数以企业微信为准。打开小程序、提问、进群和退群都是近 {GROUP_ACTIVITY_DAYS} 天的。
      </p>
      <RowList
        list={list}
        rowId={(row) => row.groupId}
        columns={groupColumns.filter(({ key }) => !hidden.includes(key))}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.groupId })}
        openId={open}
        empty={
          isFiltered
            ? '没有符合这些条件的群，放宽一个条件试试。'
            : '还没有群。同事在企业微信建了客户群，刷新之后就会出现在这里。'
        }
      />
      <GroupDrawer
        groupId={open}
        onClose={() => show({ ...view, open: null })}
        onQuestions={(group) => show({ tab: 'questions', state: 'OPEN', group, open: null })}
      />
    </>
  );
}
