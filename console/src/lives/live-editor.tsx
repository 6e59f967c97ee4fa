import type { LiveDetail, LivePlan } from '@siyu/shared/contracts/live-desk';
import { liveDeskRoutes } from '@siyu/shared/contracts/live-desk.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { useKeptDraft } from '../editor/kept-draft.ts';
import { wordingQuery } from '../lessons/use-wording.ts';
import { WordingContext, WordingNotice } from '../lessons/wording-marks.tsx';
import { formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { useSettled } from '../rules/use-settled.ts';
import { livePath } from './live-address.ts';
import { liveCrumb } from './live-crumb.tsx';
import { LiveActs } from './live-acts.tsx';
import { LiveChip } from './live-chip.tsx';
import { liveHostsQuery, takeLive } from './live-queries.ts';
import { nextStep } from './next-step.ts';
import { checkPlan, newPlan, planChanges, planPlaceName, textsOfPlan } from './plan-draft.ts';
import { PlanFields } from './plan-fields.tsx';
import { PlanPreview } from './plan-preview.tsx';
import { useLiveActs } from './use-live-acts.ts';

/** A pause in writing after which the text is checked. */
const PAUSE_MS = 600;

interface NewPlan {
  readonly plan: LivePlan;
  readonly forget: () => void;
}

/** Plans a live that is not there yet. */
export function NewLive() {
  const navigate = useNavigate();
  const [key] = useState(newRequestKey);
  const create = useMutation({
    mutationFn: ({ plan }: NewPlan) => callOnce(liveDeskRoutes.createLive, { body: plan }, key),
    onSuccess: (detail, { forget }) => {
      forget();
      takeLive(detail);
      void navigate(livePath(detail.row.liveId), { replace: true });
    },
  });
  return (
    <PlanEditor
      subject="new-live"
      sha256="new"
      stored={newPlan}
      title="新建直播"
      chips={null}
      sentence="保存以后成为草稿，再提交给合规同事复核。"
      lastReview={null}
      error={create.error}
      isSaving={create.isPending}
      onSave={(plan, forget) => create.mutate({ plan, forget })}
      acts={null}
    />
  );
}

/** Changes the plan of a live that has not begun. */
export function LiveEditor({ detail, children }: { detail: LiveDetail; children: ReactNode }) {
  const { row, plan } = detail;
  const acts = useLiveActs(row.liveId);
  return (
    <PlanEditor
      subject={row.liveId}
      sha256={detail.planSha256}
      stored={plan}
      title={row.title}
      chips={
        <>
          <span className="chip">第 {row.version} 版</span>
          <LiveChip state={row.state} />
        </>
      }
      sentence={nextStep(detail)}
      lastReview={detail.lastReview}
      error={acts.save.error}
      isSaving={acts.save.isPending}
      onSave={(edited) => acts.save.mutate(edited)}
      acts={<LiveActs detail={detail} acts={acts} />}
    >
      {children}
    </PlanEditor>
  );
}

interface PlanEditorProps {
  readonly subject: string;
  readonly sha256: string;
  readonly stored: LivePlan;
  readonly title: string;
  readonly chips: ReactNode;
  readonly sentence: string;
  readonly lastReview: LiveDetail['lastReview'];
  readonly error: unknown;
  readonly isSaving: boolean;
  /** @param forget drops what this browser has kept */
  readonly onSave: (plan: LivePlan, forget: () => void) => void;
  /** What can be done with what is stored; null: nothing yet. */
  readonly acts: ReactNode;
  readonly children?: ReactNode;
}

function PlanEditor(props: PlanEditorProps) {
  const {
    subject,
    sha256,
    stored,
    title,
    chips,
    sentence,
    lastReview,
    error,
    isSaving,
    onSave,
    acts,
    children,
  } = props;
  const { draft, setDraft, isEdited, giveUp, forget } = useKeptDraft<LivePlan>(
    `live.${subject}`,
    sha256,
    stored,
  );
  const [showsPlaces, setShowsPlaces] = useState(false);
  const hosts = useQuery(liveHostsQuery);
  const settled = useSettled(draft, PAUSE_MS);
  const wording = useQuery(wordingQuery(textsOfPlan(settled), settled.label));
  const places = checkPlan(draft);
  const changes = planChanges(stored, draft);
  const host = hosts.data?.hosts.find(({ staffId }) => staffId === draft.hostId);
  const isNew = acts === null;
  const save = () => {
    setShowsPlaces(true);
    if (places.length === 0) onSave(draft, forget);
  };
  return (
    <WordingContext.Provider value={wording.data ?? []}>
      <PageHeader
        crumb={liveCrumb}
        title={title}
        chips={
          <>
            {chips}
            {isEdited && <span className="chip chip-warning">有 {changes.length} 处未保存</span>}
          </>
        }
        actions={
          isEdited || isNew ? (
            <Button type="primary" disabled={!isEdited} loading={isSaving} onClick={save}>
              保存草稿
            </Button>
          ) : (
            acts
          )
        }
      />
      <div className="notice" role="status">
        {sentence}
      </div>
      {lastReview !== null && (
        <div className={`notice ${lastReview.isApproved ? 'notice-success' : 'notice-warning'}`}>
          {`${lastReview.reviewerName}于 ${formatInstant(lastReview.decidedAt)} ${lastReview.isApproved ? '通过' : '退回'}`}
          {lastReview.comment !== '' && `：${lastReview.comment}`}
        </div>
      )}
      {isEdited && (
        <div className="notice notice-warning">
          {isNew ? '已填：' : '与已保存的不同：'}
          {changes.map(planPlaceName).join('、')}。修改留在这台电脑上，保存后同事才能看到。
          <Button type="link" size="small" onClick={giveUp}>
            放弃修改
          </Button>
        </div>
      )}
      {showsPlaces && places.length > 0 && (
        <div className="notice notice-error" role="alert">
          还有 {places.length} 处需要修改：
          {[...new Set(places.map(({ path }) => planPlaceName(path)))].join('、')}。
        </div>
      )}
      <WordingNotice hasFailed={wording.isError} />
      <FailureNotice error={error} nameOf={planPlaceName} />
      <div className="editor">
        <section className="card" aria-label="编辑">
          <PlanFields plan={draft} places={showsPlaces ? places : []} onChange={setDraft} />
        </section>
        <section className="card editor-preview" aria-label="预览" tabIndex={0}>
          <PlanPreview
            plan={draft}
            hostName={host?.name ?? ''}
            hostRegistrationNo={host?.registrationNo ?? null}
          />
        </section>
      </div>
      {children}
    </WordingContext.Provider>
  );
}
