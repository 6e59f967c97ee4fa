import { CAMPAIGN_REASON_MIN } from '@siyu/shared/contracts/campaigns.limits';
import type { CampaignDetail } from '@siyu/shared/contracts/campaigns';
import { campaignActNames } from '@siyu/shared/messages';
import { Button } from 'antd';
import { Link } from 'react-router';
import { reviewsPage } from '../app/pages.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { isPreviewed } from './campaign-draft.ts';
import type { CampaignActsState } from './use-campaign-acts.ts';

interface CampaignActsProps {
  readonly detail: CampaignDetail;
  readonly acts: CampaignActsState;
  /** Null: it is being written already. */
  readonly onEdit: (() => void) | null;
}

/** What the reader may do with a campaign now; the server decides again. */
export function CampaignActs({ detail, acts: { submit, cancel }, onEdit }: CampaignActsProps) {
  const { mayDo, name, state } = detail;
  return (
    <div className="actions">
      {mayDo.includes('CANCEL') && (
        <AskReason
          act={campaignActNames.CANCEL}
          title={`${campaignActNames.CANCEL}「${name}」`}
          label={`原因（至少 ${CAMPAIGN_REASON_MIN} 个字）`}
          isPending={cancel.isPending}
          error={cancel.error}
          onReason={(reason) => cancel.mutate(reason)}
        >
          <p>没有发出的都不再发，也不能再恢复；已经发出的不变。</p>
        </AskReason>
      )}
      {mayDo.includes('EDIT') && onEdit !== null && <Button onClick={onEdit}>{campaignActNames.EDIT}</Button>}
      {mayDo.includes('SUBMIT') && state === 'DRAFT' && isPreviewed(detail) && (
        <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
          {campaignActNames.SUBMIT}
        </Button>
      )}
      {mayDo.includes('DECIDE') && detail.review !== null && <Link to={reviewsPage.path}>去复核</Link>}
    </div>
  );
}
