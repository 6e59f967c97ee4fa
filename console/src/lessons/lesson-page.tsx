import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useStaff } from '../app/signed-in.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { lessonCrumb } from './lesson-crumb.tsx';
import { contentKindNames } from '@siyu/shared/messages';
import { LessonEditor } from './lesson-editor.tsx';
import { DraftPreview } from './lesson-preview.tsx';
import { TakePoster } from './poster-picture.tsx';
import { lessonQuery } from './lesson-queries.ts';
import { LessonReaders } from './lesson-readers.tsx';
import { StateChip } from './state-chip.tsx';
import { WithdrawalNotice } from './withdrawal-notice.tsx';
import { WithdrawLesson } from './withdraw-lesson.tsx';

export default function LessonPage() {
  const { lessonId = '' } = useParams();
  const { roles } = useStaff();
  const canWrite = roles.includes('operator');
  const mayWithdraw = roles.includes('compliance');
  const lesson = useQuery(lessonQuery(lessonId));
  if (!lesson.data)
    return (
      <>
        <PageHeader crumb={lessonCrumb} title="内容" />
        <div className="card">
          {lesson.error ? (
            <FailureState error={lesson.error} onRetry={() => void lesson.refetch()} />
          ) : (
            <ListSkeleton />
          )}
        </div>
      </>
    );
  const { row, draft, withdrawal } = lesson.data;
  // A new stored text starts a new editor; the old one's edits belong to the old text.
  if (canWrite) return <LessonEditor key={`${row.lessonId} ${row.contentSha256}`} detail={lesson.data} />;
  return (
    <>
      <PageHeader
        crumb={lessonCrumb}
        title={row.title}
        chips={
          <>
            <span className="chip">第 {row.version} 版</span>
            <span className="chip">{contentKindNames[row.kind]}</span>
            <StateChip state={row.state} />
          </>
        }
        actions={
          <div className="actions">
            {mayWithdraw && row.publishedAt !== null && <WithdrawLesson row={row} />}
            <TakePoster row={row} draft={draft} />
          </div>
        }
      />
      {withdrawal && <WithdrawalNotice withdrawal={withdrawal} />}
      <div className="card">
        <DraftPreview draft={draft} />
      </div>
      <LessonReaders row={row} />
    </>
  );
}
