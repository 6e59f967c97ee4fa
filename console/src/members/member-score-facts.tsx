import type { MemberRow, MemberScore } from '@siyu/shared/contracts/workspace';
import { groupNames, presetNames, REFUSED, scoreMessages } from '@siyu/shared/messages';
import { formatCount, formatScore } from '../format/figures.ts';
import { formatCivilDay } from '../format/moments.ts';
import { DefinedFigure } from '../list/defined-figure.tsx';
import { Facts } from '../list/facts.tsx';
import { ScoreAxes } from './score-axes.tsx';
import { scoreReason } from './score-reason.ts';

/** The score of a member with everything that decided it, or why there is none. */
export function MemberScoreFacts({ row }: { row: MemberRow }) {
  if (row.score !== null) return <ScoreFacts score={row.score} />;
  return (
    <p className="say">
      {row.refused.includes('SERVICE_CLASS')
        ? `${REFUSED}综合分和客群，不再计算；学习和服务照常。`
        : row.isAccountLinked
          ? '这位客户没有同意个性化服务，所以不计算综合分；学习和服务照常。'
          : '这位客户还没有关联账户，所以没有综合分；关联由客户本人核验或在柜台办理。'}
    </p>
  );
}

function ScoreFacts({ score }: { score: MemberScore }) {
  return (
    <>
      <div className="score-head">
        <span className="score-figure">
          <DefinedFigure
            definition={scoreMessages['score.mean']}
            asOf={`按 ${formatCivilDay(score.asOf)} 00:00 之前的交易`}
          >
            {formatScore(score.scoreHundredths)}
          </DefinedFigure>
        </span>
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
