import { AWARD_HOLDS, AWARD_STATES, type AwardState } from '@siyu/shared/contracts/awards.limits';
import { awardHoldNames, awardStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { awardsPage } from '../app/pages.ts';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { awardColumns } from './award-columns.tsx';
import { AwardDrawer } from './award-drawer.tsx';
import { awardListQuery } from './award-queries.ts';
import { type AwardView, readAwardView, writeAwardView } from './award-view.ts';

const empty: Readonly<Record<AwardState, string>> = {
  HELD: '没有等待核对的奖励。',
  AWARDED: '还没有发放过奖励。',
  REFUSED: '没有未发放的奖励。',
  REVERSED: '没有撤回过奖励。',
};

/** What was given to whom and why; what is odd waits here for a person. */
export default function AwardsPage() {
  const [params, setParams] = useSearchParams();
  const view = readAwardView(params);
  const show = (next: AwardView) => setParams(writeAwardView(next), { replace: true });
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(awardListQuery(view));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <PageHeader crumb={awardsPage.stage} title={awardsPage.title} />
      <p className="note">
        做得太快、太多，或像是几个账号一起做的，在这里等人核对后再发；每一笔都记着规则、事件和每个条件当时的值。
      </p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          className="wide"
          value={view.state}
          options={AWARD_STATES.map((value) => ({ value, label: awardStateNames[value] }))}
          onChange={(state) => show({ ...view, state, open: null })}
        />
        <Select
          aria-label="核对原因"
          className="wide"
          value={view.hold ?? ''}
          options={[
            { value: '', label: '全部核对原因' },
            ...AWARD_HOLDS.map((value) => ({ value, label: awardHoldNames[value] })),
          ]}
          onChange={(hold) =>
            show({ ...view, hold: AWARD_HOLDS.find((each) => each === hold) ?? null, open: null })
          }
        />
        <span className="spring" />
        <ListTotal total={list.data?.pages[0]?.total} unit="笔" at={list.dataUpdatedAt} />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.awardId}
        columns={awardColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.awardId })}
        openId={view.open}
        empty={view.hold === null ? empty[view.state] : '没有因为这个原因核对的奖励。'}
      />
      <AwardDrawer
        award={rows.find((row) => row.awardId === view.open) ?? null}
        onClose={() => show({ ...view, open: null })}
      />
    </>
  );
}
