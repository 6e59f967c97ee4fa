import type { CampaignOptions } from '@siyu/shared/contracts/campaigns';
import { campaignActNames } from '@siyu/shared/messages';
import { Button } from 'antd';
import { FailureNotice } from '../list/failure-notice.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import type { CampaignActsState } from './use-campaign-acts.ts';

interface HandOverProps {
  readonly options: CampaignOptions | undefined;
  readonly acts: CampaignActsState;
}

/** A relationship manager sends no advice: an adviser takes it over in one tap, for the own book. */
export function HandOver({ options, acts: { handOver } }: HandOverProps) {
  return (
    <>
      <p>推送由有登记的投资顾问负责和发送，只发给投资顾问自己名下的客户。交给哪一位？</p>
      {options === undefined && <ListSkeleton rows={2} />}
      {options?.advisers.length === 0 && <p className="note">本营业部现在没有登记有效的投资顾问。</p>}
      <ul className="campaign-advisers" aria-label="可以交给的投资顾问">
        {options?.advisers.map(({ staffId, name, registrationNo }) => (
          <li key={staffId}>
            <span>
              <span className="strong">{name}</span>
              <span className="note"> 登记编号 {registrationNo}</span>
            </span>
            <Button
              aria-label={`交给${name}`}
              loading={handOver.isPending && handOver.variables === staffId}
              onClick={() => handOver.mutate(staffId)}
            >
              {campaignActNames.HAND_OVER}
            </Button>
          </li>
        ))}
      </ul>
      <FailureNotice error={handOver.error} />
    </>
  );
}
