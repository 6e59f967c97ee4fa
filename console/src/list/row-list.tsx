import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Table, type InputRef, type TableColumnType } from 'antd';
import { useState, type RefObject } from 'react';
import { FailureState } from './failure-state.tsx';
import { KeyOverview } from './key-overview.tsx';
import { ListSkeleton } from './list-skeleton.tsx';
import { MoreRows } from './more-rows.tsx';
import { useListKeys } from './use-list-keys.ts';

interface Page<Row> {
  readonly rows: Row[];
  readonly total: number;
  readonly nextCursor: string | null;
}

interface RowListProps<Row> {
  readonly list: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
  readonly columns: readonly TableColumnType<Row>[];
  readonly rowId: (row: Row) => string;
  readonly searchRef: RefObject<InputRef>;
  readonly onOpen: (row: Row) => void;
  /** The row whose drawer is open. */
  readonly openId: string | null;
  readonly empty: string;
}

/** The one list of the console: skeleton, empty and failure states, keys, and keyset pages by 加载更多. */
export function RowList<Row extends object>(props: RowListProps<Row>) {
  const { list, columns, rowId, searchRef, onOpen, openId, empty } = props;
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const [areKeysShown, setKeysShown] = useState(false);
  const current = useListKeys({
    onKeys: () => setKeysShown(true),
    count: rows.length,
    search: searchRef,
    onOpen: (row) => {
      const chosen = rows[row];
      if (chosen) onOpen(chosen);
    },
  });
  if (!list.data)
    return (
      <div className="card list-card">
        {list.error ? (
          <FailureState error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <ListSkeleton />
        )}
      </div>
    );
  if (rows.length === 0)
    return (
      <div className="card list-card">
        <div className="state">
          <p>{empty}</p>
        </div>
      </div>
    );
  return (
    <div className="card list-card">
      <Table<Row>
        size="middle"
        pagination={false}
        columns={[...columns]}
        dataSource={rows}
        rowKey={rowId}
        rowClassName={(row, index) =>
          `${index === current ? 'row-current' : ''} ${rowId(row) === openId ? 'row-open' : ''}`.trim()
        }
        onRow={(row) => ({ onClick: () => onOpen(row) })}
      />
      <MoreRows
        shown={rows.length}
        total={list.data.pages[0]?.total ?? rows.length}
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        error={list.isFetchNextPageError ? list.error : null}
        onMore={() => void list.fetchNextPage()}
        onKeys={() => setKeysShown(true)}
      />
      <KeyOverview isOpen={areKeysShown} onClose={() => setKeysShown(false)} />
    </div>
  );
}
