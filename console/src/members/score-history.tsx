import type { MemberPanorama } from '@siyu/shared/contracts/panorama';
import { groupNames, presetNames } from '@siyu/shared/messages';
import { formatCount, formatScore } from '../format/figures.ts';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { DefinedFigure } from '../list/defined-figure.tsx';
import { scoreCourse } from './score-course.ts';

const BOX = { width: 640, height: 96 };

/** The kept score records: a sentence, the course as a line, and the records themselves. */
export function ScoreHistory({ scores, readAt }: Pick<MemberPanorama, 'scores' | 'readAt'>) {
  const [last] = scores;
  const first = scores.at(-1);
  if (last === undefined || first === undefined)
    return <p className="note">还没有保存过综合分记录。关联账户并同意个性化服务后，从第一次评分开始保存。</p>;
  return (
    <>
      <p>{sentenceOf(scores)}</p>
      <Course scores={scores} readAt={readAt} />
      <ol className="panorama-rows" aria-label="评分记录">
        {scores.map((score) => (
          <li key={`${score.fromAsOf} ${score.recordedAt} ${score.scoreHundredths}`}>
            <DefinedFigure
              definition="三个档位的加权平均"
              asOf={`按 ${formatCivilDay(score.fromAsOf)} 00:00 之前的交易，${formatInstant(score.recordedAt)} 写入`}
            >
              {formatScore(score.scoreHundredths)}
            </DefinedFigure>
            <span>
              {groupNames[score.group]}
              <span className="note">
                {' '}
                数量 {score.amountBand} · 质量 {score.frequencyBand} · 效益 {score.benefitBand} ·{' '}
                {presetNames[score.preset] ?? score.preset} 第 {score.modelVersion} 版
              </span>
            </span>
            <span className="note">
              {formatCivilDay(score.fromAsOf)} 起
              {score.toAsOf === null ? '，现在有效' : `，到 ${formatCivilDay(score.toAsOf)} 为止`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Every word of it is computed from the records under it. */
function sentenceOf(scores: MemberPanorama['scores']): string {
  const [last] = scores;
  const first = scores.at(-1);
  if (last === undefined || first === undefined) return '';
  const now = last.toAsOf === null ? '现在' : '最后';
  if (scores.length === 1)
    return `只有一条记录：${formatCivilDay(first.fromAsOf)} 起为 ${formatScore(first.scoreHundredths)}。`;
  const figures = scores.map(({ scoreHundredths }) => scoreHundredths);
  return `共 ${formatCount(scores.length)} 条记录，从 ${formatCivilDay(first.fromAsOf)} 的 ${formatScore(first.scoreHundredths)} 到${now}的 ${formatScore(last.scoreHundredths)}，其间最低 ${formatScore(Math.min(...figures))}，最高 ${formatScore(Math.max(...figures))}。`;
}

function Course({ scores, readAt }: Pick<MemberPanorama, 'scores' | 'readAt'>) {
  const points = scoreCourse(scores, readAt.slice(0, 10), BOX);
  const begin = points[0];
  const end = points.at(-1);
  if (begin === undefined || end === undefined) return null;
  return (
    <figure className="score-course">
      <svg viewBox={`-4 -14 ${BOX.width + 48} ${BOX.height + 22}`} role="img" aria-label={sentenceOf(scores)}>
        {[100, 350, 600].map((score) => (
          <line
            key={score}
            className="score-course-grid"
            x1={0}
            x2={BOX.width}
            y1={BOX.height - ((score - 100) / 500) * BOX.height}
            y2={BOX.height - ((score - 100) / 500) * BOX.height}
          />
        ))}
        <polyline className="score-course-line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        <circle className="score-course-end" cx={end.x} cy={end.y} r={4} />
        <text x={end.x + 8} y={end.y + 4}>
          {formatScore(end.scoreHundredths)}
        </text>
        {begin.y !== end.y && (
          <text x={begin.x} y={begin.y - 6}>
            {formatScore(begin.scoreHundredths)}
          </text>
        )}
      </svg>
    </figure>
  );
}
