import type { IncentiveDetail, IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
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
import { newDraft } from './incentive-draft.ts';
import { begunFrom, incentivePresets } from './incentive-presets.ts';
import { incentiveQuery } from './incentive-queries.ts';
import { IncentiveSaid } from './incentive-said.tsx';
import { IncentiveSteps, IncentiveVersions } from './incentive-versions.tsx';
import { nextStep } from './next-step.ts';
import { PhaseChips } from './phase-chip.tsx';
import { useIncentiveActs } from './use-incentive-acts.ts';
import '../styles/incentive.css';

const IncentiveEditor = lazy(() =>
  import('./incentive-editor.lazy.tsx').then((of) => ({ default: of.IncentiveEditor })),
);
const NewIncentive = lazy(() =>
  import('./incentive-editor.lazy.tsx').then((of) => ({ default: of.NewIncentive })),
);

/** One rule: the studio for who writes it, what it says for everybody else. */
export default function IncentivePage() {
  const { ruleId } = useParams();
  const mayWrite = useStaff().roles.includes('operator');
  if (ruleId !== undefined) return <Stored key={ruleId} ruleId={ruleId} />;
  return mayWrite ? <Begin /> : <NothingHere sentence="激励规则由运营同事新建。" />;
}

/** From what a new rule begins. */
function Begin() {
  const [begun, setBegun] = useState<IncentiveDraft | null>(null);
  if (begun !== null)
    return (
      <Suspense fallback={<ListSkeleton />}>
        <NewIncentive begun={begun} />
      </Suspense>
    );
  return (
    <>
      <PageHeader crumb={incentiveCrumb} title="新建规则" />
      <p className="note">选一个样子开始，每一处都可以再改。新规则只是草稿，通过复核以后才会送出。</p>
      <ul className="incentive-presets">
        {incentivePresets.map((preset) => (
          <li key={preset.name} className="card">
            <h2>{preset.name}</h2>
            <p>{preset.what}</p>
            <Button onClick={() => setBegun(begunFrom(preset, Date.now()))}>从「{preset.name}」开始</Button>
          </li>
        ))}
        <li className="card">
          <h2>空白</h2>
          <p>从头写一条</p>
          <Button onClick={() => setBegun(newDraft)}>从空白开始</Button>
        </li>
      </ul>
    </>
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
    <div className="live-parts">
      <IncentiveVersions versions={detail.versions} />
      <IncentiveSteps steps={detail.steps} />
    </div>
  );
  // A new stored draft starts a new editor; the old one's edits belong to the old draft.
  if (detail.mayDo.includes('EDIT') && written !== undefined)
    return (
      <Suspense fallback={<ListSkeleton />}>
        <IncentiveEditor
          key={detail.revision}
          detail={detail}
          stored={written}
          aside={<BudgetGauge budget={detail.budget} />}
        >
          {history}
        </IncentiveEditor>
      </Suspense>
    );
  return <Read detail={detail}>{history}</Read>;
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
      <div className="live-parts">
        {draft !== null && (
          <section className="card" aria-label="还没有通过的规则">
            <h2>还没有通过的规则</h2>
            <IncentiveSaid draft={draft} />
          </section>
        )}
        <BudgetGauge budget={detail.budget} />
      </div>
      {children}
    </>
  );
}
