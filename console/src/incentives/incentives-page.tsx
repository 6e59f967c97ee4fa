import { INCENTIVE_PHASES } from '@siyu/shared/contracts/incentive-rules.limits';
import { incentivePhaseNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { incentivesPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { ColumnChooser } from '../list/column-chooser.tsx';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { useHiddenColumns } from '../list/use-hidden-columns.ts';
import { incentivePath, newIncentivePath } from './incentive-address.ts';
import { incentiveColumns } from './incentive-columns.tsx';
import { incentiveListQuery } from './incentive-queries.ts';

/** What members are thanked for, from the draft to the end. */
export default function IncentivesPage() {
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [hidden, setHidden] = useHiddenColumns('incentives', []);
  const searchRef = useRef<InputRef>(null);
  const phase = INCENTIVE_PHASES.find((each) => each === params.get('phase')) ?? null;
  const list = useInfiniteQuery(incentiveListQuery(phase));
  const mayWrite = useStaff().roles.includes('operator');
  return (
    <>
      <PageHeader
        crumb={incentivesPage.stage}
        title={incentivesPage.title}
        chips={<ListTotal total={list.data?.pages[0]?.total} unit="条" at={list.dataUpdatedAt} />}
        actions={
          mayWrite && (
            <Button type="primary" onClick={() => void navigate(newIncentivePath)}>
              新建规则
            </Button>
          )
        }
      />
      <p className="note">
        学完课、通过测验、看完直播、签到、给出反馈可以送积分；和开户、交易、资产、测评、分享有关的都不能送。
      </p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          placeholder="状态"
          className="wide"
          allowClear
          value={phase}
          options={INCENTIVE_PHASES.map((value) => ({ value, label: incentivePhaseNames[value] }))}
          onChange={(value) => setParams(value === undefined ? {} : { phase: value }, { replace: true })}
        />
        <span className="spring" />
        <ColumnChooser columns={incentiveColumns} hidden={hidden} onChange={setHidden} />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.ruleId}
        columns={incentiveColumns.filter(({ key }) => !hidden.includes(key))}
        searchRef={searchRef}
        onOpen={(row) => void navigate(incentivePath(row.ruleId))}
        openId={null}
        empty={
          phase === null
            ? `还没有规则。${mayWrite ? '从新建一条开始。' : '运营同事新建之后会出现在这里。'}`
            : `没有${incentivePhaseNames[phase]}的规则。`
        }
      />
    </>
  );
}
