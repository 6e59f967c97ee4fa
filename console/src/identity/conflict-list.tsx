import { CONFLICT_STATES } from '@siyu/shared/contracts/identity.limits';
import { conflictStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { RowList } from '../list/row-list.tsx';
import { conflictColumns } from './conflict-columns.tsx';
import { ConflictDrawer } from './conflict-drawer.tsx';
import { conflictListQuery } from './identity-queries.ts';
import type { ConflictView, IdentityView } from './identity-view.ts';

interface ConflictListProps {
  readonly view: ConflictView;
  readonly show: (next: IdentityView) => void;
}

/** Registrations that claim the same; one that is settled leaves the list, and its drawer with it. */
export function ConflictList({ view, show }: ConflictListProps) {
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(conflictListQuery(view.state));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const open = rows.find((row) => row.conflictId === view.open) ?? null;
  return (
    <>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          className="wide"
          value={view.state}
          options={CONFLICT_STATES.map((value) => ({ value, label: conflictStateNames[value] }))}
          onChange={(state) => show({ ...view, state, open: null })}
        />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.conflictId}
        columns={conflictColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.conflictId })}
        openId={view.open}
        empty={
          view.state === 'OPEN'
            ? '没有待处理的冲突。两份登记争同一个编号时会出现在这里。'
            : '没有处于这个状态的冲突。'
        }
      />
      <ConflictDrawer conflict={open} onClose={() => show({ ...view, open: null })} />
    </>
  );
}
