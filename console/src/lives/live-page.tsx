import type { LiveDetail } from '@siyu/shared/contracts/live-desk';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { NothingHere } from '../app/nothing-here.tsx';
import { useStaff } from '../app/signed-in.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { LiveActs } from './live-acts.tsx';
import { LiveArchive } from './live-archive.tsx';
import { LiveChats } from './live-chats.tsx';
import { LiveChip } from './live-chip.tsx';
import { LiveCourse } from './live-course.tsx';
import { liveCrumb } from './live-crumb.tsx';
import { LiveEditor, NewLive } from './live-editor.tsx';
import { LiveFigures } from './live-figures.tsx';
import { LiveFiling } from './live-filing.tsx';
import { liveQuery } from './live-queries.ts';
import { LiveSteps } from './live-steps.tsx';
import { LiveViewers } from './live-viewers.tsx';
import { nextStep } from './next-step.ts';
import { PlanPreview } from './plan-preview.tsx';
import { useLiveActs } from './use-live-acts.ts';
import '../styles/live.css';

/** One live, from its plan to its archive. */
export default function LivePage() {
  const { liveId } = useParams();
  const mayPlan = useStaff().roles.includes('operator');
  if (liveId !== undefined) return <Stored key={liveId} liveId={liveId} />;
  return mayPlan ? <NewLive /> : <NothingHere sentence="直播由运营同事新建。" />;
}

function Stored({ liveId }: { liveId: string }) {
  const live = useQuery(liveQuery(liveId));
  if (!live.data)
    return (
      <>
        <PageHeader crumb={liveCrumb} title="直播" />
        <div className="card">
          {live.error ? (
            <FailureState error={live.error} onRetry={() => void live.refetch()} />
          ) : (
            <ListSkeleton />
          )}
        </div>
      </>
    );
  const detail = live.data;
  // A new stored plan starts a new editor; the old one's edits belong to the old plan.
  if (detail.mayDo.includes('EDIT'))
    return (
      <LiveEditor key={detail.planSha256} detail={detail}>
        <div className="live-parts">
          <LiveFiling detail={detail} />
          <LiveSteps steps={detail.steps} />
        </div>
      </LiveEditor>
    );
  return <Read detail={detail} />;
}

/** Whatever is not to be edited, or not by the reader: the desk of what is on air, and what is left of what was. */
function Read({ detail }: { detail: LiveDetail }) {
  const { row, plan, air } = detail;
  const acts = useLiveActs(row.liveId);
  return (
    <>
      <PageHeader
        crumb={liveCrumb}
        title={row.title}
        chips={
          <>
            <LiveChip state={row.state} />
            {row.isArchiveOverdue && <span className="chip chip-error">归档逾期</span>}
          </>
        }
        actions={<LiveActs detail={detail} acts={acts} />}
      />
      <div className={`notice ${row.state === 'STOPPED' ? 'notice-warning' : ''}`} role="status">
        {nextStep(detail)}
      </div>
      {air !== null && (
        <div className="live-parts">
          <LiveFigures detail={detail} />
          {row.platform === 'own' && <LiveCourse liveId={row.liveId} isOnAir={row.state === 'ON_AIR'} />}
          <LiveChats detail={detail} />
        </div>
      )}
      <div className="live-parts">
        <LiveArchive detail={detail} />
        {air !== null && row.state !== 'ON_AIR' && <LiveViewers liveId={row.liveId} />}
        <LiveFiling detail={detail} />
        <LiveSteps steps={detail.steps} />
        <section className="card" aria-label="方案与讲稿">
          <h2>方案与讲稿</h2>
          <PlanPreview plan={plan} hostName={row.hostName} hostRegistrationNo={detail.hostRegistrationNo} />
        </section>
      </div>
    </>
  );
}
