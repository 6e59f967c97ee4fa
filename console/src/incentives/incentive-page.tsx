import type { IncentiveDetail } from '@siyu/shared/contracts/incentive-rules';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { NothingHere } from '../app/nothing-here.tsx';
import { useStaff } from '../app/signed-in.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { BudgetGauge } from './budget-gauge.tsx';
import { IncentiveActs } from './incentive-acts.tsx';
import { incentiveCrumb } from './incentive-crumb.tsx';
import { incentiveQuery } from './incentive-queries.ts';
import { nextStep } from './next-step.ts';
import { PhaseChips } from './phase-chip.tsx';
import { useIncentiveActs } from './use-incentive-acts.ts';
import '../styles/incentive.css';

const IncentiveEditor = lazy(() =>
  import('./incentive-editor.lazy.tsx').then((of) => ({ default: of.IncentiveEditor })),
);
const IncentiveSaid = lazy(() => import('./incentive-said.lazy.tsx'));
const IncentiveHistory = lazy(() => import('./incentive-history.lazy.tsx'));
const IncentiveEffect = lazy(() => import('./effect/incentive-effect.lazy.tsx'));
// Who opens a rule that is there needs nothing of what a new one can begin with.
const BeginIncentive = lazy(() => import('./begin-incentive.lazy.tsx'));
const BacktestPanel = lazy(() =>
  import('./backtest/backtests.lazy.ts').then((of) => ({ default: of.BacktestPanel })),
);

/** One rule: the studio for who writes it, what it says for everybody else. */
export default function IncentivePage() {
  const { ruleId } = useParams();
  const mayWrite = useStaff().roles.includes('operator');
  if (ruleId !== undefined) return <Stored key={ruleId} ruleId={ruleId} />;
  return mayWrite ? (
    <Suspense fallback={<ListSkeleton />}>
      <BeginIncentive />
    </Suspense>
  ) : (
    <NothingHere sentence="激励规则由运营同事新建。" />
  );
}

function Stored({ ruleId }: { ruleId: string }) {
  const found = useQuery(incentiveQuery(ruleId));
  if (!found.data)
    return (
      <>
        <PageHeader crumb={incentiveCrumb} title="激励规则" />
        <div className="card">
          {found.error ? (
            <FailureState error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <ListSkeleton />
          )}
        </div>
      </>
    );
  const detail = found.data;
  const written = detail.draft ?? detail.versions[0]?.written;
  const history = (
    <Suspense fallback={null}>
      <IncentiveHistory versions={detail.versions} steps={detail.steps} />
    </Suspense>
  );
  // A new stored draft starts a new editor; the old one's edits belong to the old draft.
  if (detail.mayDo.includes('EDIT') && written !== undefined)
    return (
      <Suspense fallback={<ListSkeleton />}>
        <IncentiveEditor
          key={detail.revision}
          detail={detail}
          stored={written}
          aside={<CameOfIt detail={detail} />}
        >
          {history}
        </IncentiveEditor>
      </Suspense>
    );
  return <Read detail={detail}>{history}</Read>;
}

/** What a rule has given, and whether it did anything. */
function CameOfIt({ detail: { ruleId, version, budget } }: { detail: IncentiveDetail }) {
  return (
    <>
      <BudgetGauge budget={budget} />
      {version > 0 && (
        <Suspense fallback={<ListSkeleton rows={3} />}>
          <IncentiveEffect ruleId={ruleId} />
        </Suspense>
      )}
    </>
  );
}

/** A rule for whoever does not write it, or one that is over. */
function Read({ detail, children }: { detail: IncentiveDetail; children: ReactNode }) {
  const acts = useIncentiveActs(detail);
  const { draft } = detail;
  return (
    <>
      <PageHeader
        crumb={incentiveCrumb}
        title={detail.name}
        chips={<PhaseChips {...detail} />}
        actions={<IncentiveActs detail={detail} acts={acts} />}
      />
      <div className="notice" role="status">
        {nextStep(detail)}
      </div>
      <FailureNotice error={acts.submit.error} />
      <div className="incentive-parts">
        {draft !== null && (
          <section className="card" aria-label="还没有通过的规则">
            <h2>还没有通过的规则</h2>
            <Suspense fallback={<ListSkeleton rows={2} />}>
              <IncentiveSaid draft={draft} />
            </Suspense>
          </section>
        )}
        <CameOfIt detail={detail} />
        <Suspense fallback={<ListSkeleton rows={4} />}>
          <BacktestPanel detail={detail} isEdited={false} />
        </Suspense>
      </div>
      {children}
    </>
  );
}
