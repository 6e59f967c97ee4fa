import { BRAKE_STATES } from '@siyu/shared/contracts/brakes.limits';
import { brakeStateNames } from '@siyu/shared/messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Select, type InputRef } from 'antd';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { brakesPage } from '../app/pages.ts';
import { ListTotal } from '../list/list-total.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { RowList } from '../list/row-list.tsx';
import { brakeColumns } from './brake-columns.tsx';
import { BrakeDrawer } from './brake-drawer.tsx';
import { brakeListQuery } from './brake-queries.ts';
import { readBrakeView, writeBrakeView, type BrakeView } from './brake-view.ts';
import { PutOnBrake } from './put-on-brake.tsx';

/** What is stopped now, and the button that stops. */
export default function BrakesPage() {
  const [params, setParams] = useSearchParams();
  const view = readBrakeView(params);
  const show = (next: BrakeView) => setParams(writeBrakeView(next), { replace: true });
  const searchRef = useRef<InputRef>(null);
  const list = useInfiniteQuery(brakeListQuery(view.state));
  return (
    <>
      <PageHeader
        crumb={brakesPage.stage}
        title={brakesPage.title}
        chips={<ListTotal total={list.data?.pages[0]?.total} unit="项" at={list.dataUpdatedAt} />}
        actions={<PutOnBrake onPutOn={({ brakeId }) => show({ state: 'ON', open: brakeId })} />}
      />
      <p className="note">
        出了问题先停下来：一个人就能停，立即生效；恢复要另一位合规同事复核。已经送达客户的收不回来。
      </p>
      <div className="filter-bar">
        <Select
          aria-label="状态"
          className="wide"
          value={view.state}
          options={BRAKE_STATES.map((value) => ({ value, label: brakeStateNames[value] }))}
          onChange={(state) => show({ state, open: null })}
        />
      </div>
      <RowList
        list={list}
        rowId={(row) => row.brakeId}
        columns={brakeColumns}
        searchRef={searchRef}
        onOpen={(row) => show({ ...view, open: row.brakeId })}
        openId={view.open}
        empty={view.state === 'ON' ? '现在没有停发，内容和消息照常发送。' : '还没有恢复过的停发。'}
      />
      <BrakeDrawer brakeId={view.open} onClose={() => show({ ...view, open: null })} />
    </>
  );
}
