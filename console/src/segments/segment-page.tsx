import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { NothingHere } from '../app/nothing-here.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { definitionQuery } from './definition-queries.ts';
import { segmentCrumb } from './segment-crumb.tsx';
import { SegmentEditor } from './segment-editor.tsx';
import { useMayDraw } from './who-may.ts';

/** Draws a new segment, or changes one that is there. */
export default function SegmentPage() {
  const { segmentId } = useParams();
  if (!useMayDraw()) return <NothingHere sentence="自定义客群由运营同事新建和修改。" />;
  return segmentId === undefined ? (
    <SegmentEditor definition={null} />
  ) : (
    <Stored key={segmentId} segmentId={segmentId} />
  );
}

function Stored({ segmentId }: { segmentId: string }) {
  const found = useQuery(definitionQuery(segmentId));
  // Every save makes another revision; what is on the page then is what was saved.
  if (found.data?.state === 'RETIRED') return <NothingHere sentence="这个客群已经停用，不能再修改。" />;
  if (found.data) return <SegmentEditor definition={found.data} />;
  return (
    <>
      <PageHeader crumb={segmentCrumb} title="修改客群" />
      <div className="card">
        {found.error ? (
          <FailureState error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <ListSkeleton />
        )}
      </div>
    </>
  );
}
