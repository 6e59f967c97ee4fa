import type { CampaignDetail } from '@siyu/shared/contracts/campaigns';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { NothingHere } from '../app/nothing-here.tsx';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { CampaignActs } from './campaign-acts.tsx';
import { CampaignChip } from './campaign-chip.tsx';
import { campaignCrumb } from './campaign-crumb.tsx';
import { CampaignFacts } from './campaign-facts.tsx';
import { campaignQuery } from './campaign-queries.ts';
import { nextStep } from './campaign-words.ts';
import { LastReview } from './last-review.tsx';
import { useCampaignActs } from './use-campaign-acts.ts';
import { mayWriteCampaigns } from './who-may.ts';
import '../styles/campaign.css';

// Who reads a campaign needs nothing of what writes one.
const CampaignWizard = lazy(() =>
  import('./campaign-wizard.lazy.tsx').then((of) => ({ default: of.CampaignWizard })),
);
const NewCampaign = lazy(() =>
  import('./campaign-wizard.lazy.tsx').then((of) => ({ default: of.NewCampaign })),
);
const CampaignPreview = lazy(() => import('./campaign-preview.lazy.tsx'));
const CampaignResults = lazy(() => import('./campaign-results.lazy.tsx'));

/** One campaign: the wizard for who writes it, what it says and what came of it for everybody else. */
export default function CampaignPage() {
  const { campaignId } = useParams();
  const mayWrite = mayWriteCampaigns(useStaff().roles);
  if (campaignId !== undefined) return <Stored key={campaignId} campaignId={campaignId} />;
  return mayWrite ? (
    <Suspense fallback={<ListSkeleton />}>
      <NewCampaign />
    </Suspense>
  ) : (
    <NothingHere sentence="推送计划由投资顾问或客户经理新建。" />
  );
}

function Stored({ campaignId }: { campaignId: string }) {
  const found = useQuery(campaignQuery(campaignId));
  /** The revision of what is handed in or waits to be sent, and is to be changed all the same. */
  const [edited, setEdited] = useState<number | null>(null);
  if (!found.data)
    return (
      <>
        <PageHeader crumb={campaignCrumb} title="推送计划" />
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
  const { mayDo, state, revision } = detail;
  if (mayDo.includes('EDIT') && (state === 'DRAFT' || edited === revision))
    return (
      <Suspense fallback={<ListSkeleton />}>
        <CampaignWizard key={revision} detail={detail} />
      </Suspense>
    );
  return (
    <Read
      detail={detail}
      asOf={`截至 ${formatInstant(new Date(found.dataUpdatedAt).toISOString())}`}
      onEdit={() => setEdited(revision)}
    />
  );
}

interface ReadProps {
  readonly detail: CampaignDetail;
  readonly asOf: string;
  readonly onEdit: () => void;
}

/** A campaign that is handed in, goes out or is over, and one of somebody else's. */
function Read({ detail, asOf, onEdit }: ReadProps) {
  const acts = useCampaignActs(detail);
  const { campaignId, preview, results } = detail;
  return (
    <>
      <PageHeader
        crumb={campaignCrumb}
        title={detail.name}
        chips={<CampaignChip state={detail.state} />}
        actions={<CampaignActs detail={detail} acts={acts} onEdit={onEdit} />}
      />
      <div className={`notice ${detail.state === 'STOPPED' ? 'notice-warning' : ''}`} role="status">
        {nextStep(detail)}
      </div>
      <LastReview detail={detail} />
      <FailureNotice error={acts.submit.error} />
      <div className="campaign-parts">
        {results !== null && (
          <Suspense fallback={<ListSkeleton rows={3} />}>
            <CampaignResults detail={detail} results={results} asOf={asOf} />
          </Suspense>
        )}
        <CampaignFacts detail={detail} />
        {preview !== null && (
          <Suspense fallback={<ListSkeleton rows={5} />}>
            <CampaignPreview key={preview.previewId} campaignId={campaignId} preview={preview} />
          </Suspense>
        )}
      </div>
    </>
  );
}
