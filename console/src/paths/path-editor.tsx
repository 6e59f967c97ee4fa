import type { PathDetail, PathLesson } from '@siyu/shared/contracts/paths';
import { PATH_TITLE_MIN } from '@siyu/shared/contracts/paths.limits';
import { textsOfPath } from '@siyu/shared/contracts/paths.texts';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useKeptDraft } from '../editor/kept-draft.ts';
import { formatInstant } from '../format/moments.ts';
import { nextStep } from '../lessons/next-step.ts';
import { StateChip } from '../lessons/state-chip.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { CourseFields } from './course-fields.tsx';
import { PathActs } from './path-acts.tsx';
import { pathCrumb } from './path-crumb.tsx';
import { PathDifferences } from './path-differences.tsx';
import { PathFields } from './path-fields.tsx';
import { pathPlace } from './path-place.ts';
import { PathPreview } from './path-preview.tsx';
import { PathWording } from './path-wording.tsx';
import { usePathActs } from './use-path-acts.ts';

/** Which lesson it was is told when somebody publishes it by hand. */
const ELSEWHERE = { title: '其中一课', path: '另一条', count: '若干' };
const RefusalNotice = lazy(() => import('../lessons/refusal-notice.tsx'));

/** What a path is, beside how members find it and what publishing it would change. */
export function PathEditor({ detail }: { detail: PathDetail }) {
  const { row, draft: stored, lastReview, withdrawalReason } = detail;
  const { draft, setDraft, isEdited, giveUp } = useKeptDraft(row.pathId, row.contentSha256, stored);
  const [added, setAdded] = useState<readonly PathLesson[]>([]);
  const acts = usePathActs(row.pathId);
  const step = nextStep(row, 'path');
  const lessons = new Map([...added, ...detail.lessons].map((lesson) => [lesson.lessonId, lesson]));
  const titleOf = (lessonId: string) => lessons.get(lessonId)?.title ?? '已删除的课';
  const isNamed = draft.courses.length === 1 || draft.courses.every(({ title }) => title.trim().length >= 2);
  const isComplete = draft.title.trim().length >= PATH_TITLE_MIN && isNamed;
  return (
    <>
      <PageHeader
        crumb={pathCrumb}
        title={row.title}
        chips={
          <>
            <span className="chip">第 {row.version} 版</span>
            <StateChip state={row.state} />
            {isEdited && <span className="chip chip-warning">有未保存的修改</span>}
          </>
        }
        actions={
          <PathActs
            row={row}
            act={step.act}
            acts={acts}
            isEdited={isEdited}
            isComplete={isComplete}
            onSave={() => acts.save.mutate({ seenSha256: row.contentSha256, draft })}
          />
        }
      />
      <div className="notice" role="status">
        {step.sentence}
      </div>
      {row.refusal && (
        <Suspense fallback={null}>
          <RefusalNotice refusal={row.refusal} values={ELSEWHERE} />
        </Suspense>
      )}
      {withdrawalReason !== null && (
        <div className="notice notice-warning">撤下的原因：{withdrawalReason}</div>
      )}
      {lastReview && (
        <div className={`notice ${lastReview.isApproved ? 'notice-success' : 'notice-warning'}`}>
          {`${lastReview.reviewerName}于 ${formatInstant(lastReview.decidedAt)} ${lastReview.isApproved ? '通过' : '退回'}`}
          {lastReview.comment !== '' && `：${lastReview.comment}`}
        </div>
      )}
      {isEdited && (
        <div className="notice notice-warning">
          修改留在这台电脑上，保存后同事才能看到。
          {!isComplete && '名称至少 2 个字；分成几门课程时，每门都要有名称。'}
          <Button type="link" size="small" onClick={giveUp}>
            放弃修改
          </Button>
        </div>
      )}
      <PathWording texts={textsOfPath(draft)} />
      <FailureNotice error={acts.error} nameOf={pathPlace} />
      <div className="editor">
        <section className="card" aria-label="编辑">
          <PathFields draft={draft} onChange={setDraft} />
          <CourseFields
            draft={draft}
            lessons={lessons}
            onChange={setDraft}
            onKnown={(lesson) => setAdded((before) => [...before, lesson])}
          />
        </section>
        <section className="card editor-preview" aria-label="预览" tabIndex={0}>
          <PathPreview draft={draft} lessons={lessons} />
          <PathDifferences detail={detail} draft={draft} titleOf={titleOf} />
        </section>
      </div>
    </>
  );
}
