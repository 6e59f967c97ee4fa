import type { MemberPanorama } from '@siyu/shared/contracts/panorama';
import { CONSENT_PURPOSES } from '@siyu/shared/contracts/identity.limits';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import { consentPurposeNames, groupNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { formatCount } from '../format/figures.ts';
import { formatInstant, formatShortInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { Facts } from '../list/facts.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { MemberSuitability } from '../members/member-suitability.tsx';
import { panoramaQuery } from '../members/panorama-queries.ts';
import { scoreReason } from '../members/score-reason.ts';
import { StageChip } from '../members/stage-chip.tsx';
import { Withheld } from '../members/withheld.tsx';
import { consentNow, latestLearning } from './summary-lines.ts';

/** The 360 view in a few lines: who it is, where they stand, what they learned last, what they agreed to. */
export function MemberSummary({ memberId }: { memberId: string }) {
  const member = useQuery({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) => call(workspaceRoutes.getMember, { params: { memberId } }, signal),
  });
  const panorama = useQuery(panoramaQuery(memberId));
  const error = member.error ?? panorama.error;
  if (error)
    return (
      <FailureState error={error} onRetry={() => void Promise.all([member.refetch(), panorama.refetch()])} />
    );
  if (!member.data || !panorama.data) return <ListSkeleton rows={5} />;
  const row = member.data;
  const view = panorama.data;
  return (
    <section aria-label="客户概览">
      <header className="sidebar-head">
        <h1>{row.displayName}</h1>
        <p className="sidebar-chips">
          <StageChip stage={row.stage} />
          {row.score && <span className="chip">{groupNames[row.score.group]}</span>}
          <span className="chip chip-quiet">{row.isAccountLinked ? '已关联账户' : '未关联账户'}</span>
        </p>
      </header>
      {view.restriction && (
        <p className="notice notice-warning">这位客户的信息已限制处理，只保存、不使用，也不能发内容。</p>
      )}
      {row.score && <p className="say">{scoreReason(row.score)}</p>}
      <Facts
        facts={[
          ['最近学习', <Learning view={view} />],
          ['学完课程', `${formatCount(row.lessonsCompleted)} 课`],
          ['最近活动', row.lastActiveAt === null ? '还没有' : formatInstant(row.lastActiveAt)],
          ['授权', <Consents view={view} />],
          ['投资顾问', row.adviserName ?? '未绑定'],
        ]}
      />
      <section aria-label="适当性">
        <h2>适当性</h2>
        <MemberSuitability key={memberId} memberId={memberId} isShort />
      </section>
    </section>
  );
}

function Learning({ view }: { view: MemberPanorama }) {
  if (view.withheld.events) return <Withheld why={view.withheld.events} />;
  const latest = latestLearning(view);
  if (latest === null) return <>还没有开始学习</>;
  return (
    <>
      {latest.what}
      <span className="note">，{formatShortInstant(latest.at)}</span>
    </>
  );
}

const Consents = ({ view }: { view: MemberPanorama }) => (
  <span className="sidebar-chips">
    {CONSENT_PURPOSES.map((purpose) => {
      const isGiven = consentNow(view, purpose);
      return (
        <span key={purpose} className={isGiven ? 'chip chip-success' : 'chip chip-quiet'}>
          {consentPurposeNames[purpose]}：{isGiven ? '同意' : '未同意'}
        </span>
      );
    })}
  </span>
);
