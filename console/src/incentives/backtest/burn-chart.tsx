import type { BacktestReport } from '@siyu/shared/contracts/backtests';
import { formatAmount } from '../../format/figures.ts';
import { formatCivilDay } from '../../format/moments.ts';
import { burnLines } from './burn-lines.ts';

const BOX = { width: 480, height: 120 };

/** What the draft costs day by day, beside what the rule really cost, and where its budget ends. */
export function BurnChart({
  report: { days, budget, really },
  sentence,
}: {
  report: Pick<BacktestReport, 'days' | 'budget' | 'really'>;
  sentence: string;
}) {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  const { draft, really: before, endX, mostFen } = burnLines(days, budget.endsOn, BOX);
  return (
    <figure className="burn-chart">
      <figcaption>{sentence}</figcaption>
      {mostFen > 0 && (
        <>
          <svg
            viewBox={`0 -20 ${BOX.width} ${BOX.height + 42}`}
            role="img"
            aria-label={`每天花多少：${sentence}`}
          >
            <line className="burn-grid" x1={0} x2={BOX.width} y1={0} y2={0} />
            <line className="burn-grid" x1={0} x2={BOX.width} y1={BOX.height} y2={BOX.height} />
            <text x={0} y={-6}>
              {formatAmount(mostFen)}
            </text>
            {really !== null && <polyline className="burn-really" points={before} />}
            <polyline className="burn-draft" points={draft} />
            {endX !== null && (
              <>
                <line className="burn-end" x1={endX} x2={endX} y1={0} y2={BOX.height} />
                <text x={endX} y={-6} textAnchor={endX > BOX.width / 2 ? 'end' : 'start'}>
                  预算用完
                </text>
              </>
            )}
            <text x={0} y={BOX.height + 18}>
              {formatCivilDay(first.day)}
            </text>
            <text x={BOX.width} y={BOX.height + 18} textAnchor="end">
              {formatCivilDay(last.day)}
            </text>
          </svg>
          <p className="note">深色实线是这份草稿{really === null ? '' : '，浅色虚线是实际发生的'}。</p>
        </>
      )}
    </figure>
  );
}
