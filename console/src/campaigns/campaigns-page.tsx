import { CAMPAIGN_STATES } from '@siyu/shared/contracts/campaigns.limits';
import { campaignStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { campaignsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { ColumnChooser } from '../list/column-chooser.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { useHiddenColumns } from '../list/use-hidden-columns.ts';
import { campaignPath, newCampaignPath } from './campaign-address.ts';
import { campaignColumns } from './campaign-columns.tsx';
import { campaignListQuery } from './campaign-queries.ts';
import { mayWriteCampaigns } from './who-may.ts';

/** What is sent to members, from the draft to what came of it. */
export default function CampaignsPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [hidden, setHidden] = useHiddenColumns('campaigns', []);
  const searchRef = useRef<InputRef>(null);
  const state = CAMPAIGN_STATES.find((each) => each === params.get('state')) ?? null;
  const list = useInfiniteQuery(campaignListQuery(state));
  const mayWrite = mayWriteCampaigns(useStaff().roles);
  return (
    <>
      <PageHeader
        crumb={campaignsPage.stage}
        title={campaignsPage.title}
        chips={<ListTotal total={list.data?.pages[0]?.total} unit="个" at={list.dataUpdatedAt} />}
        actions={
          mayWrite && (
            <Button type="primary" onClick={() => void navigate(newCampaignPath)}>
              新建推送计划
            </Button>
          )
        }
      />
      <p className="note">
        只发给发送人名下的客户，只发审核过的内容。先看清谁会收到、谁不会和为什么，再由合规同事复核；发出前逐位再核对一次。
      </p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          placeholder="状态"
          className="wide"
          allowClear
          value={state}
          options={CAMPAIGN_STATES.map((value) => ({ value, label: campaignStateNames[value] }))}
          onChange={(value) => setParams(value === undefined ? {} : { state: value }, { replace: true })}
        />
        <span className="spring" />
        <ColumnChooser columns={campaignColumns} hidden={hidden} onChange={setHidden} />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.campaignId}
        columns={campaignColumns.filter(({ key }) => !hidden.includes(key))}
        searchRef={searchRef}
        onOpen={(row) => void navigate(campaignPath(row.campaignId))}
        openId={null}
        empty={
          state === null
            ? `还没有推送计划。${mayWrite ? '从新建一个开始。' : '投资顾问新建之后会出现在这里。'}`
            : `没有${campaignStateNames[state]}的推送计划。`
        }
      />
    </>
  );
}
