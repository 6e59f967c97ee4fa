import { LINK_REQUEST_STATES } from '@siyu/shared/contracts/identity.limits';
import { linkRequestStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { RowList } from '../list/row-list.tsx';
import { linkListQuery } from './identity-queries.ts';
import type { IdentityView, LinkView } from './identity-view.ts';
import { linkColumns } from './link-columns.tsx';
import { LinkDrawer } from './link-drawer.tsx';

interface LinkListProps {
  readonly view: LinkView;
  readonly show: (next: IdentityView) => void;
}

/** Requests to merge and to separate, the latest first. */
export function LinkList({ view, show }: LinkListProps) {
  const { state, open } = view;
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(linkListQuery(state));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const isFollowed =
    open !== null &&
    rows.some(
      (row) =>
        row.member.memberId === open.memberId &&
        row.version > Number(open.version) &&
        row.state !== 'REJECTED',
    );
  const openRow = rows.find(
    (row) => row.member.memberId === open?.memberId && String(row.version) === open.version,
  );
  return (
    <>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          placeholder="状态"
          allowClear
          className="wide"
          value={state}
          options={LINK_REQUEST_STATES.map((value) => ({ value, label: linkRequestStateNames[value] }))}
          onChange={(value) => show({ ...view, state: value ?? null, open: null })}
        />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.requestId}
        columns={linkColumns}
        searchRef={searchRef}
        onOpen={(row) =>
          show({ ...view, open: { memberId: row.member.memberId, version: String(row.version) } })
        }
        openId={openRow?.requestId ?? null}
        empty={
          state === null ? '还没有人申请过合并或拆分。可以从一条冲突申请合并。' : '没有处于这个状态的申请。'
        }
      />
      <LinkDrawer open={open} isFollowed={isFollowed} onClose={() => show({ ...view, open: null })} />
    </>
  );
}
