import type { CampaignDetail } from '@siyu/shared/contracts/campaigns';
import { campaignActNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { FailureNotice } from '../list/failure-notice.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { CampaignFacts } from './campaign-facts.tsx';
import { campaignOptionsQuery } from './campaign-queries.ts';
import { HandOver } from './hand-over.tsx';
import type { CampaignActsState } from './use-campaign-acts.ts';

const CampaignPreview = lazy(() => import('./campaign-preview.lazy.tsx'));

interface PreviewStepProps {
  readonly detail: CampaignDetail;
  readonly acts: CampaignActsState;
}

/** The last step: whom it reaches exactly, before anybody is asked to agree. */
export function PreviewStep({ detail, acts }: PreviewStepProps) {
  const { campaignId, preview, mayDo, sender } = detail;
  const options = useQuery(campaignOptionsQuery(''));
  return (
    <div className="campaign-parts">
      <CampaignFacts detail={detail} />
      {mayDo.includes('HAND_OVER') && sender === null && (
        <section className="card" aria-label={campaignActNames.HAND_OVER}>
          <h2>{campaignActNames.HAND_OVER}</h2>
          <HandOver options={options.data} acts={acts} />
        </section>
      )}
      {mayDo.includes('PREVIEW') && (preview === null || preview.isStale) && (
        <section className="card campaign-take" aria-label="生成预览">
          <p>
            {preview === null ? '还没有预览。' : '修改以后要重新生成。'}
            生成时逐位看过受众里的每位客户，把谁会收到、谁不会和为什么记录下来，复核的同事看到的是同一份。
          </p>
          <Button type="primary" loading={acts.take.isPending} onClick={() => acts.take.mutate()}>
            生成预览
          </Button>
          <FailureNotice error={acts.take.error} />
        </section>
      )}
      {preview?.post === null && preview.included === 0 && !preview.isStale && (
        <div className="notice notice-warning">
          没有人会收到，所以不能提交。看看下面的原因，再改受众、时间或内容。
        </div>
      )}
      {preview !== null && (
        <Suspense fallback={<ListSkeleton rows={5} />}>
          <CampaignPreview key={preview.previewId} campaignId={campaignId} preview={preview} />
        </Suspense>
      )}
      {mayDo.includes('PREVIEW') && preview !== null && !preview.isStale && (
        <p className="note campaign-again">
          客户的情况一直在变，
          <Button type="link" size="small" loading={acts.take.isPending} onClick={() => acts.take.mutate()}>
            重新生成预览
          </Button>
        </p>
      )}
      {preview !== null && !preview.isStale && <FailureNotice error={acts.take.error} />}
    </div>
  );
}
