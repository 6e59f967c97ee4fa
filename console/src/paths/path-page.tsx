import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useStaff } from '../app/signed-in.tsx';
import { StateChip } from '../lessons/state-chip.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import type { PathDetail } from '@siyu/shared/contracts/paths';
import { WithdrawPath } from './path-acts.tsx';
import { pathCrumb } from './path-crumb.tsx';
import { PathEditor } from './path-editor.tsx';
import { PathPreview } from './path-preview.tsx';
import { pathQuery } from './path-queries.ts';
import { usePathActs } from './use-path-acts.ts';

export default function PathPage() {
  const { pathId = '' } = useParams();
  const { roles } = useStaff();
  const path = useQuery(pathQuery(pathId));
  if (!path.data)
    return (
      <>
        <PageHeader crumb={pathCrumb} title="学习路径" />
        <div className="card">
          {path.error ? (
            <FailureState error={path.error} onRetry={() => void path.refetch()} />
          ) : (
            <ListSkeleton />
          )}
        </div>
      </>
    );
  const { row } = path.data;
  // A new stored text starts a new editor; the old one's edits belong to the old text.
  return roles.includes('operator') ? (
    <PathEditor key={`${row.pathId} ${row.contentSha256}`} detail={path.data} />
  ) : (
    <ReadOnlyPath detail={path.data} />
  );
}

function ReadOnlyPath({ detail: { row, draft, lessons } }: { detail: PathDetail }) {
  const acts = usePathActs(row.pathId);
  return (
    <>
      <PageHeader
        crumb={pathCrumb}
        title={row.title}
        chips={
          <>
            <span className="chip">第 {row.version} 版</span>
            <StateChip state={row.state} />
          </>
        }
        actions={row.publishedAt !== null && <WithdrawPath row={row} acts={acts} />}
      />
      <div className="card">
        <PathPreview draft={draft} lessons={new Map(lessons.map((lesson) => [lesson.lessonId, lesson]))} />
      </div>
    </>
  );
}
