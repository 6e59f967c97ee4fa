import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type InputRef } from 'antd';
import { useRef } from 'react';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { RowList } from '../list/row-list.tsx';
import { applicationColumns } from './application-columns.tsx';
import { ApplicationFacts } from './application-facts.tsx';
import { CheckApplication } from './check-application.tsx';
import { applicationListQuery, applicationQuery } from './suitability-queries.ts';
import type { SuitabilityView } from './suitability-view.ts';

interface TabProps {
  readonly view: SuitabilityView;
  readonly show: (view: SuitabilityView) => void;
}

/** Applications of those who want to be treated as professional investors. */
export function ApplicationsTab({ view, show }: TabProps) {
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(applicationListQuery(view.isOver));
  const opened = useQuery({ ...applicationQuery(view.open ?? ''), enabled: view.open !== null });
  const application = view.open === null ? undefined : opened.data;
  return (
    <>
      <RowList
        list={list}
        rowId={(row) => row.applicationId}
        columns={applicationColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.applicationId })}
        openId={view.open}
        empty={view.isOver ? '还没有处理过的申请。' : '没有等待处理的申请。'}
      />
      <RowDrawer
        isOpen={view.open !== null}
        onClose={() => show({ ...view, open: null })}
        width={640}
        title="专业投资者申请"
      >
        {application !== undefined && (
          <>
            <ApplicationFacts application={application} />
            {application.state === 'WAITING' && <CheckApplication application={application} />}
            {application.state === 'CHECKED' && (
              <p className="note">已由{application.checkerName}初核，等合规同事在「审核」里决定。</p>
            )}
          </>
        )}
        {view.open !== null && application === undefined && opened.error !== null && (
          <FailureState error={opened.error} onRetry={() => void opened.refetch()} />
        )}
        {view.open !== null && opened.isPending && <ListSkeleton rows={5} />}
      </RowDrawer>
    </>
  );
}
