import type { BacktestShare } from '@siyu/shared/contracts/backtests';
import { formatAmount, formatCount } from '../../format/figures.ts';

interface ShareTableProps {
  readonly title: string;
  /** What is said where nobody is reached. */
  readonly none: string;
  readonly shares: readonly BacktestShare[];
}

/** Who gets how much, one row a group or segment; its bar is its members against the largest. */
export function ShareTable({ title, none, shares }: ShareTableProps) {
  if (shares.length === 0) return <p className="note">{none}</p>;
  const most = Math.max(1, ...shares.map(({ members }) => members));
  return (
    <table className="backtest-table">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">客户</th>
          <th scope="col">积分</th>
          <th scope="col">价值</th>
        </tr>
      </thead>
      <tbody>
        {shares.map(({ name, members, points, valueFen }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <i className="backtest-bar" style={{ width: `${(members / most) * 100}%` }} />
            </th>
            <td>{formatCount(members)}</td>
            <td>{formatCount(points)}</td>
            <td>{formatAmount(valueFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
