import type { IncentiveDetail, IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { incentiveRulesRoutes } from '@siyu/shared/contracts/incentive-rules.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { useKeptDraft } from '../editor/kept-draft.ts';
import { formatInstant } from '../format/moments.ts';
import { wordingQuery } from '../lessons/use-wording.ts';
import { WordingContext, WordingNotice } from '../lessons/wording-marks.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { useSettled } from '../rules/use-settled.ts';
import { liveSegmentsQuery } from '../segments/live-segments-query.ts';
import { IncentiveActs } from './incentive-acts.tsx';
import { incentivePath } from './incentive-address.ts';
import { incentiveCrumb } from './incentive-crumb.tsx';
import { draftPlaceName } from './draft-place-name.ts';
import { checkIncentive, draftChanges, textsOfDraft } from './incentive-draft.ts';
import { takeIncentive } from './incentive-queries.ts';
import { budgetSaid, incentiveSentence, limitsSaid, scheduleSaid } from './incentive-words.ts';
import { BudgetFields, LimitFields, OrderFields } from './limit-fields.tsx';
import { nextStep } from './next-step.ts';
import { PhaseChips } from './phase-chip.tsx';
import { RewardFields } from './reward-fields.tsx';
import { TextFields } from './text-fields.tsx';
import { useIncentiveActs } from './use-incentive-acts.ts';
import { WhenFields } from './when-fields.tsx';

const GuardVerdict = lazy(() => import('./guard-verdict.lazy.tsx'));
const BacktestPanel = lazy(() =>
  import('./backtest/backtests.lazy.ts').then((of) => ({ default: of.BacktestPanel })),
);

/** A pause in writing after which the words are checked. */
const PAUSE_MS = 600;
const NONE: readonly [] = [];

/** Writes a rule that is not there yet. @param begun what it begins with */
export function NewIncentive({ begun }: { begun: IncentiveDraft }) {
  const navigate = useNavigate();
  const [key] = useState(newRequestKey);
  const create = useMutation({
    mutationFn: (draft: IncentiveDraft) =>
      callOnce(incentiveRulesRoutes.createIncentive, { body: draft }, key),
    onSuccess: (detail) => {
      takeIncentive(detail);
      void navigate(incentivePath(detail.ruleId), { replace: true });
    },
  });
  const [draft, setDraft] = useState(begun);
  return (
    <Studio
      draft={draft}
      setDraft={setDraft}
      title="新建规则"
      chips={null}
      sentence="保存以后成为草稿，再提交给合规同事复核。"
      error={create.error}
      isSaving={create.isPending}
      onSave={() => create.mutate(draft)}
      acts={null}
      aside={null}
    />
  );
}

/** Changes a rule; what was approved goes on until the change is approved in its turn. */
export function IncentiveEditor({
  detail,
  stored,
  aside,
  children,
}: {
  detail: IncentiveDetail;
  stored: IncentiveDraft;
  aside: ReactNode;
  children: ReactNode;
}) {
  const acts = useIncentiveActs(detail);
  const { draft, setDraft, isEdited, giveUp } = useKeptDraft<IncentiveDraft>(
    `incentive.${detail.ruleId}`,
    String(detail.revision),
    stored,
  );
  const { lastReview } = detail;
  return (
    <Studio
      draft={draft}
      setDraft={setDraft}
      title={detail.name}
      chips={
        <>
          <PhaseChips {...detail} />
          {isEdited && <span className="chip chip-warning">有未保存的修改</span>}
        </>
      }
      sentence={nextStep(detail)}
      error={acts.save.error ?? acts.submit.error}
      isSaving={acts.save.isPending}
      onSave={isEdited ? () => acts.save.mutate(draft) : null}
      acts={isEdited ? null : <IncentiveActs detail={detail} acts={acts} />}
      aside={
        <>
          {aside}
          <Suspense fallback={<ListSkeleton rows={4} />}>
            <BacktestPanel detail={detail} isEdited={isEdited} />
          </Suspense>
        </>
      }
      notices={
        <>
          {lastReview !== null && detail.hasDraft && !detail.isInReview && (
            <div className={`notice ${lastReview.isApproved ? 'notice-success' : 'notice-warning'}`}>
              {`${lastReview.reviewerName}于 ${formatInstant(lastReview.decidedAt)} ${lastReview.isApproved ? '通过' : '退回'}`}
              {lastReview.comment !== '' && `：${lastReview.comment}`}
            </div>
          )}
          {isEdited && (
            <div className="notice notice-warning">
              与已保存的不同：{draftChanges(stored, draft).map(draftPlaceName).join('、')}
              。修改留在这台电脑上，保存后同事才能看到。
              <Button type="link" size="small" onClick={giveUp}>
                放弃修改
              </Button>
            </div>
          )}
        </>
      }
    >
      {children}
    </Studio>
  );
}

interface StudioProps {
  readonly draft: IncentiveDraft;
  readonly setDraft: (draft: IncentiveDraft) => void;
  readonly title: string;
  readonly chips: ReactNode;
  readonly sentence: string;
  readonly error: unknown;
  readonly isSaving: boolean;
  /** Null: nothing is to be saved. */
  readonly onSave: (() => void) | null;
  /** What can be done with what is stored. */
  readonly acts: ReactNode;
  readonly aside: ReactNode;
  readonly notices?: ReactNode;
  readonly children?: ReactNode;
}

/** The rule as a sentence, the fields under it, and at the side what the law has against it. */
function Studio(props: StudioProps) {
  const { draft, setDraft, onSave } = props;
  const segments = useQuery(liveSegmentsQuery).data ?? NONE;
  const settled = useSettled(draft, PAUSE_MS);
  const wording = useQuery(wordingQuery(textsOfDraft(settled)));
  const [showsPlaces, setShowsPlaces] = useState(false);
  const places = checkIncentive(draft);
  const sentence = incentiveSentence(draft, segments);
  const part = {
    draft,
    places: showsPlaces ? places : [],
    change: (next: Partial<IncentiveDraft>) => setDraft({ ...draft, ...next }),
  };
  return (
    <WordingContext.Provider value={wording.data ?? []}>
      <PageHeader
        crumb={incentiveCrumb}
        title={props.title}
        chips={props.chips}
        actions={
          onSave === null ? (
            props.acts
          ) : (
            <Button
              type="primary"
              loading={props.isSaving}
              onClick={() => {
                setShowsPlaces(true);
                if (places.length === 0) onSave();
              }}
            >
              保存草稿
            </Button>
          )
        }
      />
      <div className="notice" role="status">
        {props.sentence}
      </div>
      {props.notices}
      {showsPlaces && places.length > 0 && (
        <div className="notice notice-error" role="alert">
          还有 {places.length} 处需要修改：
          {[...new Set(places.map(({ path }) => draftPlaceName(path)))].join('、')}。
        </div>
      )}
      <WordingNotice hasFailed={wording.isError} />
      <FailureNotice error={props.error} nameOf={draftPlaceName} />
      <div className={`segment-editor ${props.aside === null ? '' : 'incentive-studio'}`}>
        <div className="card incentive-fields">
          <p className="rule-said" role="status">
            {sentence === null ? '条件还没有写完整。' : `${sentence}。`}
            <span className="rule-terms">
              {limitsSaid(draft)}。{scheduleSaid(draft)}。{budgetSaid(draft)}。
            </span>
          </p>
          <section aria-label="什么时候送">
            <h2>什么时候送</h2>
            <WhenFields {...part} segments={segments} />
          </section>
          <section aria-label="送什么">
            <h2>送什么</h2>
            <RewardFields {...part} />
          </section>
          <section aria-label="每人限制">
            <h2>每人限制</h2>
            <LimitFields {...part} />
          </section>
          <section aria-label="预算和有效期">
            <h2>预算和有效期</h2>
            <BudgetFields {...part} />
          </section>
          <section aria-label="和别的规则">
            <h2>和别的规则</h2>
            <OrderFields {...part} />
          </section>
          <section aria-label="名称和说明">
            <h2>名称和说明</h2>
            <TextFields {...part} />
          </section>
        </div>
        <div className="incentive-aside">
          <Suspense fallback={<ListSkeleton rows={2} />}>
            <GuardVerdict draft={draft} isComplete={places.length === 0} />
          </Suspense>
          {props.aside}
        </div>
      </div>
      {props.children}
    </WordingContext.Provider>
  );
}
