import type { MemberRow, MemberScore } from '@siyu/shared/contracts/workspace';
import { workspaceRoutes } from '@siyu/shared/contracts/workspace.routes';
import { groupNames, presetNames, scoreMessages } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { formatCount, formatScore } from '../format/figures.ts';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { Facts } from '../list/facts.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { ScoreAxes } from './score-axes.tsx';
import { scoreReason } from './score-reason.ts';
import { StageChip } from './stage-chip.tsx';

export function MemberDrawer({ memberId, onClose }: { memberId: string | null; onClose: () => void }) {
  const member = useQuery({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) =>
      call(workspaceRoutes.getMember, { params: { memberId: memberId ?? '' } }, signal),
    enabled: memberId !== null,
  });
  return (
    <RowDrawer
      isOpen={memberId !== null}
      onClose={onClose}
      width={520}
      title={member.data?.displayName ?? '客户'}
    >
      {member.data ? (
        <MemberFacts row={member.data} />
      ) : member.error ? (
        <FailureState error={member.error} onRetry={() => void member.refetch()} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </RowDrawer>
  );
}

function MemberFacts({ row }: { row: MemberRow }) {
  return (
    <>
      {row.score === null ? (
        <p className="say">
          {row.isAccountLinked
            ? '这位客户没有同意个性化服务，所以不计算综合分；学习和服务照常。'
            : '这位客户还没有关联账户，所以没有综合分；关联由客户本人核验或在柜台办理。'}
        </p>
      ) : (
        <ScoreFacts score={row.score} />
      )}
      <h2>关系与学习</h2>
      <Facts
        facts={[
          ['同行阶段', <StageChip stage={row.stage} />],
          ['学完课程', `${formatCount(row.lessonsCompleted)} 课`],
          ['最近活动', row.lastActiveAt === null ? '还没有' : formatInstant(row.lastActiveAt)],
          ['投资顾问', row.adviserName ?? '未绑定'],
          ['营业部', row.branchName ?? '—'],
          ['注册日', formatCivilDay(row.registeredOn)],
        ]}
      />
    </>
  );
}

function ScoreFacts({ score }: { score: MemberScore }) {
  return (
    <>
      <div className="score-head">
        <span className="score-figure">{formatScore(score.scoreHundredths)}</span>
        <span>
          <b>{groupNames[score.group]}</b>
          <span className="note">{scoreMessages['score.mean']}</span>
        </span>
      </div>
      <p className="say">{scoreReason(score)}</p>
      <ScoreAxes score={score} />
      <h2>这个分数怎么来的</h2>
      <Facts
        facts={[
          [
            '模型',
            `${score.modelId}，${presetNames[score.preset] ?? score.preset} 第 ${score.modelVersion} 版`,
          ],
          ['截至', `${formatCivilDay(score.asOf)} 00:00 之前的交易`],
          ['观察窗口', `此前 ${score.windowDays} 天`],
          ['窗口内购买', `${formatCount(score.purchases)} 次`],
          [
            '最近一次购买',
            score.lastPurchaseOn === null ? '没有购买过' : formatCivilDay(score.lastPurchaseOn),
          ],
          ['判定表', `第 ${score.reason.row} 行（自上而下，先符合者为准）`],
        ]}
      />
    </>
  );
}
