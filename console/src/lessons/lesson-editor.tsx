import type { LessonDetail } from '@siyu/shared/contracts/content';
import { contentKindNames } from '@siyu/shared/messages';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useKeptDraft } from '../editor/kept-draft.ts';
import { formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { checkDraft } from './check-draft.ts';
import { DraftBench } from './draft-bench.tsx';
import { draftChanges } from './draft-changes.ts';
import { LessonActs } from './lesson-acts.tsx';
import { lessonCrumb } from './lesson-crumb.tsx';
import { LessonReaders } from './lesson-readers.tsx';
import { nextStep } from './next-step.ts';
import { OpenPlaces } from './open-places.tsx';
import { placeName } from './place-name.ts';
import { TakePoster } from './poster-picture.tsx';
import { StateChip } from './state-chip.tsx';
import { useLessonActs } from './use-lesson-acts.ts';
import { useWording } from './use-wording.ts';
import { WithdrawalNotice } from './withdrawal-notice.tsx';
import { WordingContext, WordingNotice } from './wording-marks.tsx';

const RefusalNotice = lazy(() => import('./refusal-notice.tsx'));

export function LessonEditor({ detail }: { detail: LessonDetail }) {
  const { row, draft: stored, lastReview, withdrawal } = detail;
  const { draft, setDraft, isEdited, giveUp } = useKeptDraft(row.lessonId, row.contentSha256, stored);
  const [showsPlaces, setShowsPlaces] = useState(false);
  const acts = useLessonActs(row.lessonId);
  const wording = useWording(draft);
  const places = checkDraft(draft);
  const shown = showsPlaces ? places : [];
  const changes = draftChanges(stored, draft);
  const step = nextStep(row, 'text');
  const save = () => {
    setShowsPlaces(true);
    if (places.length === 0) acts.save.mutate(draft);
  };
  return (
    <WordingContext.Provider value={wording.places}>
      <PageHeader
        crumb={lessonCrumb}
        title={row.title}
        chips={
          <>
            <span className="chip">{contentKindNames[row.kind]}</span>
            <span className="chip">第 {row.version} 版</span>
            <StateChip state={row.state} />
            {isEdited && <span className="chip chip-warning">有 {changes.length} 处未保存</span>}
          </>
        }
        actions={
          <>
            <TakePoster row={row} draft={stored} />
            <LessonActs act={step.act} acts={acts} isEdited={isEdited} onSave={save} row={row} />
          </>
        }
      />
      <div className="notice" role="status">
        {step.sentence}
      </div>
      {withdrawal && <WithdrawalNotice withdrawal={withdrawal} />}
      {row.refusal && (
        <Suspense fallback={null}>
          <RefusalNotice refusal={row.refusal} values={{ name: row.authorName, count: '若干' }} />
        </Suspense>
      )}
      {lastReview && (
        <div className={`notice ${lastReview.isApproved ? 'notice-success' : 'notice-warning'}`}>
          {`${lastReview.reviewerName}于 ${formatInstant(lastReview.decidedAt)} ${lastReview.isApproved ? '通过' : '退回'}`}
          {lastReview.comment !== '' && `：${lastReview.comment}`}
        </div>
      )}
      {isEdited && (
        <div className="notice notice-warning">
          与已保存的不同：{changes.map(placeName).join('、')}。修改留在这台电脑上，保存后同事才能看到。
          <Button type="link" size="small" onClick={giveUp}>
            放弃修改
          </Button>
        </div>
      )}
      <OpenPlaces places={shown} />
      <WordingNotice hasFailed={wording.hasFailed} />
      <FailureNotice error={acts.error} nameOf={placeName} />
      <DraftBench lessonId={row.lessonId} draft={draft} places={shown} onChange={setDraft} />
      <LessonReaders row={row} />
    </WordingContext.Provider>
  );
}
