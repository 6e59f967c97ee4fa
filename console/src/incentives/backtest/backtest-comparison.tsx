import type { BacktestDetail, BacktestReport } from '@siyu/shared/contracts/backtests';
import { formatAmount, formatCount } from '../../format/figures.ts';
import { formatCivilDay, formatShortInstant } from '../../format/moments.ts';
import { draftPlaceName } from '../draft-place-name.ts';
import { draftChanges } from '../incentive-draft.ts';
import { windowSaid } from './backtest-window.ts';
import { budgetPercent } from './forecast-figures.ts';
import { comparisonSentence, forecastSentences } from './forecast-sentences.ts';

type Run = Pick<BacktestDetail, 'from' | 'until' | 'askedAt' | 'draft'>;
interface Side {
  readonly run: Run;
  readonly report: BacktestReport;
}

const heldOf = ({ suspicions }: BacktestReport): number =>
  suspicions.reduce((sum, { awards }) => sum + awards, 0);

/** Each figure by which two runs are told apart. */
const ROWS: readonly (readonly [name: string, said: (report: BacktestReport) => string])[] = [
  ['会得到的客户', ({ members }) => `${formatCount(members)} 位`],
  ['送出', ({ given }) => `${formatCount(given.awards)} 次`],
  ['积分', ({ given }) => formatCount(given.points)],
  ['价值', ({ given }) => formatAmount(given.valueFen)],
  ['用掉预算', (report) => `${budgetPercent(report)}%`],
  ['预算用完', ({ budget }) => (budget.endsOn === null ? '没有用完' : formatCivilDay(budget.endsOn))],
  ['疑似异常', (report) => `${formatCount(heldOf(report))} 次`],
];

/** Two runs side by side: what was written otherwise, and what came of it. */
export function BacktestComparison({ left, right }: { left: Side; right: Side }) {
  const changes = draftChanges(right.run.draft, left.run.draft).map(draftPlaceName);
  const isSameWindow = left.run.from === right.run.from && left.run.until === right.run.until;
  return (
    <section aria-label="两次回测对比">
      <h3>两次回测对比</h3>
      <p>{comparisonSentence(left.report, right.report)}</p>
      <p className="note">
        {changes.length === 0 ? '两份草稿一样。' : `草稿不同的地方：${changes.join('、')}。`}
        {!isSameWindow && '两次的时间段不同，数字不能直接比较。'}
      </p>
      <table className="backtest-table">
        <thead>
          <tr>
            <th scope="col">对比</th>
            {[left, right].map(({ run }, side) => (
              <th key={side} scope="col">
                {formatShortInstant(run.askedAt)} 的回测
                <span className="note"> {windowSaid(run)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([name, said]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{said(left.report)}</td>
              <td>{said(right.report)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">右边那次：{forecastSentences(right.report).given}</p>
    </section>
  );
}
