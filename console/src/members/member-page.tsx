import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { call } from '../api/call.ts';
import { membersPage } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { PageHeader } from '../list/page-header.tsx';
import { AdvisoryContracts } from './advisory-contracts.tsx';
import { MemberEntitlements } from './member-entitlements.tsx';
import { MemberEvents } from './member-events.tsx';
import { MemberMatches } from './member-matches.tsx';
import { MemberMessages } from './member-messages.tsx';
import { MemberFactList } from './member-fact-list.tsx';
import { MemberScoreFacts } from './member-score-facts.tsx';
import { panoramaQuery } from './panorama-queries.ts';
import { Consents, Engagement, FeedShown, Learning, Ties } from './panorama-sections.tsx';
import { RestrictionActs } from './restriction-acts.tsx';
import { ReplayCheck } from './replay-check.tsx';
import { ScoreHistory } from './score-history.tsx';
import { StageChip } from './stage-chip.tsx';
import { StageHistory } from './stage-history.tsx';
import { MemberSuitability } from './member-suitability.tsx';
import { SuitabilityEvidence } from './suitability-evidence.tsx';
import { Withheld } from './withheld.tsx';

/** Who looks after members, and who answers for how that is done. */
const MATCHERS: ReadonlySet<string> = new Set(['adviser', 'relationshipManager', 'branchHead', 'compliance']);

const crumb = (
  <>
    {membersPage.stage} / <Link to={membersPage.path}>{membersPage.title}</Link>
  </>
);

/** Everything the house knows of one member, each figure with its source and time. */
export default function MemberPage() {
  const { memberId = '' } = useParams();
  // Analysts count people; what somebody signed is not theirs to read.
  const { roles } = useStaff();
  const mayReadContracts = roles.some((role) => role !== 'analyst');
  const member = useQuery({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) => call(workspaceRoutes.getMember, { params: { memberId } }, signal),
  });
  const panorama = useQuery(panoramaQuery(memberId));
  const error = member.error ?? panorama.error;
  if (!member.data || !panorama.data)
    return (
      <>
        <PageHeader crumb={crumb} title="客户全景" />
        <div className="card">
          {error ? (
            <FailureState
              error={error}
              onRetry={() => {
                void member.refetch();
                void panorama.refetch();
              }}
            />
          ) : (
            <ListSkeleton />
          )}
        </div>
      </>
    );
  const row = member.data;
  const view = panorama.data;
  return (
    <>
      <PageHeader
        crumb={crumb}
        title={row.displayName}
        chips={
          <>
            <StageChip stage={row.stage} />
            <span className="chip">{row.isAccountLinked ? '已关联账户' : '未关联账户'}</span>
            {view.restriction && <span className="chip chip-warning">信息已限制处理</span>}
          </>
        }
      />
      <p className="note">
        读取于 {formatInstant(view.readAt)}
        。每一个数字在停留或聚焦时说明口径和截至时间；打开和翻页都会记入留痕。
      </p>
      <div className="panorama">
        <section className="card" aria-label="评分与理由">
          <h2>评分与理由</h2>
          <MemberScoreFacts row={row} />
        </section>
        <section className="card" aria-label="评分变化">
          <h2>评分变化</h2>
          {view.withheld.scores ? (
            <Withheld why={view.withheld.scores} />
          ) : (
            <ScoreHistory scores={view.scores} readAt={view.readAt} />
          )}
          {view.withheld.stages === null ? (
            <StageHistory stages={view.stages} />
          ) : (
            view.withheld.stages !== view.withheld.scores && <Withheld why={view.withheld.stages} />
          )}
        </section>
        <ReplayCheck
          key={memberId}
          memberId={memberId}
          shownAsOf={row.score?.asOf ?? null}
          readAt={view.readAt}
        />
        <section className="card panorama-wide" aria-label="交易与效益">
          <h2>交易与效益</h2>
          <MemberFactList memberId={memberId} />
        </section>
        <section className="card" aria-label="参与">
          <h2>参与</h2>
          {view.withheld.events ? <Withheld why={view.withheld.events} /> : <Engagement view={view} />}
        </section>
        <section className="card" aria-label="行为时间线">
          <h2>行为时间线</h2>
          <MemberEvents memberId={memberId} />
        </section>
        <section className="card panorama-wide" aria-label="会话">
          <h2>会话</h2>
          <MemberMessages memberId={memberId} />
        </section>
        <section className="card" aria-label="学习">
          <h2>学习</h2>
          {view.withheld.events ? <Withheld why={view.withheld.events} /> : <Learning view={view} />}
        </section>
        {roles.some((role) => MATCHERS.has(role)) && (
          <section className="card panorama-wide" aria-label="适合谈什么">
            <h2>适合谈什么</h2>
            <MemberMatches key={memberId} memberId={memberId} />
          </section>
        )}
        <section className="card" aria-label="客户现在看到的">
          <h2>客户现在看到的</h2>
          <FeedShown view={view} />
        </section>
        <section className="card" aria-label="授权">
          <h2>授权</h2>
          <Consents view={view} />
          <RestrictionActs
            key={memberId}
            memberId={memberId}
            name={row.displayName}
            restriction={view.restriction}
          />
        </section>
        {roles.some((role) => MATCHERS.has(role)) && (
          <section className="card" aria-label="适当性">
            <h2>适当性</h2>
            <MemberSuitability key={memberId} memberId={memberId} />
          </section>
        )}
        {mayReadContracts && (
          <section className="card" aria-label="权益">
            <h2>权益</h2>
            <MemberEntitlements key={memberId} memberId={memberId} />
          </section>
        )}
        {mayReadContracts && (
          <section className="card" aria-label="投顾合约">
            <h2>投顾合约</h2>
            <AdvisoryContracts key={memberId} memberId={memberId} />
          </section>
        )}
        {roles.includes('compliance') && (
          <section className="card" aria-label="适当性证据">
            <h2>适当性证据</h2>
            <SuitabilityEvidence key={memberId} memberId={memberId} />
          </section>
        )}
        <section className="card" aria-label="关联与归属">
          <h2>关联与归属</h2>
          <Ties view={view} row={row} />
        </section>
      </div>
    </>
  );
}
