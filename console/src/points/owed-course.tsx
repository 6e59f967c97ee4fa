import type { PointsTotals } from '@siyu/shared/contracts/points';
import { CourseFigure } from '../course/course-figure.tsx';
import { CourseRows } from '../course/course-rows.tsx';
import { formatAmount, formatCount } from '../format/figures.ts';
import { formatCivilDay } from '../format/moments.ts';
import { owedLevels, owedSentence } from './owed-sentence.ts';

/** What was owed at the end of each day, as a sentence, a line, and the days one by one. */
export function OwedCourse({ days }: Pick<PointsTotals, 'days'>) {
  const sentence = owedSentence(days);
  const levels = owedLevels(days);
  const [first, last] = [days[0], days.at(-1)];
  const now = levels.at(-1);
  if (first === undefined || last === undefined || now === undefined) return null;
  return (
    <>
      <h2>每天的应付积分</h2>
      <p>{sentence}</p>
      {days.length > 1 && (
        <CourseFigure
          levels={levels}
          until={now.from + 1}
          marked={now}
          mark={`${formatCount(last.points)} 分，${formatAmount(last.fen)}`}
          ends={[formatCivilDay(first.on), formatCivilDay(last.on)]}
          sentence={sentence}
          caption="每个业务日结束时待生效与可用之和；没有变动的日子沿用前一天。最多显示最近 60 个有变动的日子。"
        />
      )}
      <CourseRows
        title="逐日应付"
        columns={['业务日', '应付积分', '折合金额']}
        rows={[...days]
          .reverse()
          .map(({ on, points, fen }) => [formatCivilDay(on), `${formatCount(points)} 分`, formatAmount(fen)])}
      />
    </>
  );
}
