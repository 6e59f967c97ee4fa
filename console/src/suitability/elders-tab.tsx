import { useInfiniteQuery } from '@tanstack/react-query';
import { type InputRef } from 'antd';
import { useRef } from 'react';
import { Link } from 'react-router';
import { followUpCallsPage } from '../app/pages.ts';
import { RowDrawer } from '../list/row-drawer.tsx';
import { RowList } from '../list/row-list.tsx';
import { elderColumns } from './elder-columns.tsx';
import { SafetyNotice } from './safety-notice.tsx';
import { elderListQuery } from './suitability-queries.ts';
import type { SuitabilityView } from './suitability-view.ts';

interface TabProps {
  readonly view: SuitabilityView;
  readonly show: (view: SuitabilityView) => void;
}

/** Members of a certain age: who waits for a call before anybody speaks of products. */
export function EldersTab({ view, show }: TabProps) {
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(elderListQuery(view.isOver));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const opened = rows.find(({ member }) => member.memberId === view.open);
  return (
    <>
      <RowList
        list={list}
        rowId={(row) => row.member.memberId}
        columns={elderColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.member.memberId })}
        openId={view.open}
        empty={view.isOver ? '还没有回访过的高龄客户。' : '没有等待先行回访的客户。'}
      />
      <RowDrawer
        isOpen={opened !== undefined}
        onClose={() => show({ ...view, open: null })}
        width={560}
        title={opened?.member.displayName ?? '高龄客户'}
      >
        {opened !== undefined && (
          <>
            <p className="say">
              {opened.state === 'WAITING'
                ? '回访完成之前，任何人都不能向这位客户谈产品。'
                : '先行回访已经完成，可以按适当性谈产品。'}
            </p>
            <p className="note">
              电话在<Link to={followUpCallsPage.path}>回访</Link>页分派和记录，记「没有问题」即算完成。
            </p>
            {opened.hasTrustedContact ? (
              <SafetyNotice key={opened.member.memberId} memberId={opened.member.memberId} />
            ) : (
              <p className="note">这位客户没有填写安全联系人。</p>
            )}
          </>
        )}
      </RowDrawer>
    </>
  );
}
