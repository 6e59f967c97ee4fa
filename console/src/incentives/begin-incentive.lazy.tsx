import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { incentiveCrumb } from './incentive-crumb.tsx';
import { newDraft } from './new-draft.ts';
import { begunFrom, incentivePresets } from './incentive-presets.ts';

const NewIncentive = lazy(() =>
  import('./incentive-editor.lazy.tsx').then((of) => ({ default: of.NewIncentive })),
);

/** From what a new rule begins. */
export default function BeginIncentive() {
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
