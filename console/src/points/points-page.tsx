import { useQuery } from '@tanstack/react-query';
import { Button, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { mayUse, membersPage, pointsPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatAmount, formatCount } from '../format/figures.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { SearchField } from '../list/search-field.tsx';
import { DayWaits } from './day-waits.tsx';
import { MemberStatement } from './member-statement.tsx';
import { OwedCourse } from './owed-course.tsx';
import { foundQuery, totalsQuery } from './points-queries.ts';
import '../styles/points.css';

const SEARCH_MAX = 40;

/** What is owed to members in points, and how what one member has came about. */
export default function PointsPage() {
  const staff = useStaff();
  const [params, setParams] = useSearchParams();
  const totals = useQuery(totalsQuery);
  const memberId = params.get('member');
  const data = totals.data;
  const businessOn = data?.businessOn ?? null;
  return (
    <>
      <PageHeader
        crumb={pointsPage.stage}
        title={pointsPage.title}
        chips={businessOn !== null && <span className="chip">业务日 {businessOn}</span>}
      />
      <p className="note">
        每一笔积分从一个科目转到另一个科目，合计永远为零。应付积分是待生效和可用之和，按发放时的单价折成元。
      </p>
      {data === undefined ? (
        <div className="card">
          {totals.error ? (
            <FailureState error={totals.error} onRetry={() => void totals.refetch()} />
          ) : (
            <ListSkeleton rows={3} />
          )}
        </div>
      ) : (
        <>
          <DayWaits totals={data} />
          <section className="card points-owed" aria-label="应付积分">
            {data.outstanding === null ? (
              <div className="state">
                <p>还没有汇总过的日子。有积分发生的第二天起，这里显示应付的积分和金额，以及每天的变化。</p>
              </div>
            ) : (
              <>
                <Facts
                  facts={[
                    ['应付积分', `${formatCount(data.outstanding.points)} 分`],
                    ['折合金额', formatAmount(data.outstanding.fen)],
                    ['截至', data.outstanding.on],
                  ]}
                />
                <OwedCourse days={data.days} />
              </>
            )}
          </section>
        </>
      )}
      {mayUse(membersPage, staff.roles) && (
        <>
          <FindMember onFound={(found) => setParams({ member: found }, { replace: true })} />
          {memberId !== null && <MemberStatement key={memberId} memberId={memberId} />}
        </>
      )}
    </>
  );
}

function FindMember({ onFound }: { onFound: (memberId: string) => void }) {
  const [search, setSearch] = useState('');
  const fieldRef = useRef<InputRef>(null);
  const found = useQuery(foundQuery(search));
  const rows = found.data?.rows ?? [];
  return (
    <section className="card points-member" aria-label="查一位客户">
      <h2>查一位客户的积分</h2>
      <SearchField
        value={search}
        placeholder="客户姓名"
        maxLength={SEARCH_MAX}
        onSearch={setSearch}
        fieldRef={fieldRef}
      />
      {found.error && <FailureState error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && <p className="note">没有找到这位客户，换一个写法试试。</p>}
      <div className="found-members">
        {rows.map(({ memberId, displayName, branchName }) => (
          <Button key={memberId} onClick={() => onFound(memberId)}>
            {displayName}
            {branchName === null ? '' : ` · ${branchName}`}
          </Button>
        ))}
      </div>
    </section>
  );
}
