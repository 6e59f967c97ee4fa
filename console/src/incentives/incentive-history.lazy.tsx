import type { IncentiveDetail } from '@siyu/shared/contracts/incentive-rules';
import { incentiveActNames } from '@siyu/shared/messages';
import { lazy, Suspense } from 'react';
import { formatAmount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { ListSkeleton } from '../list/list-skeleton.tsx';

const IncentiveSaid = lazy(() => import('./incentive-said.lazy.tsx'));

/** What came of a rule so far; it comes after what a rule is now. */
export default function IncentiveHistory({ versions, steps }: Pick<IncentiveDetail, 'versions' | 'steps'>) {
  return (
    <div className="incentive-parts">
      <IncentiveVersions versions={versions} />
      <IncentiveSteps steps={steps} />
    </div>
  );
}

/** What was approved, the latest first; none of it changes. */
function IncentiveVersions({ versions }: Pick<IncentiveDetail, 'versions'>) {
  return (
    <section className="card" aria-label="各版规则">
      <h2>各版规则</h2>
      {versions.length === 0 && <p className="note">还没有通过复核的版本。</p>}
      <ol className="segment-versions">
        {versions.map((each) => (
          <li key={each.version}>
            <div className="strong">第 {each.version} 版</div>
            <Suspense fallback={<ListSkeleton rows={2} />}>
              <IncentiveSaid draft={each.written} />
            </Suspense>
            <div className="note">
              {formatInstant(each.validFrom)} 到 {formatInstant(each.validUntil)} · 每次成本{' '}
              {formatAmount(each.valueFen)} · {each.authorName}撰写，{each.approvedByName}于{' '}
              {formatInstant(each.approvedAt)} 通过 · 内容指纹 {each.sha256.slice(0, 12)}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was done with a rule, the latest first. */
function IncentiveSteps({ steps }: Pick<IncentiveDetail, 'steps'>) {
  return (
    <section className="card" aria-label="经过">
      <h2>经过</h2>
      {steps.length === 0 && <p className="note">还没有记录。</p>}
      <ol className="placements" aria-label="经过">
        {steps.map(({ act, at, byName, reason }, index) => (
          <li key={index}>
            <div className="strong">{incentiveActNames[act]}</div>
            {reason !== null && <p className="say">{reason}</p>}
            <div className="note">
              {byName ?? '系统'} · {formatInstant(at)}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
