import type { BacktestDetail, BacktestReport as Report } from '@siyu/shared/contracts/backtests';
import { awardHoldSentences, collisionNames } from '@siyu/shared/messages';
import { formatAmount, formatCount } from '../../format/figures.ts';
import { Facts } from '../../list/facts.tsx';
import { BacktestFigures } from './backtest-figures.tsx';
import { BurnChart } from './burn-chart.tsx';
import { forecastSentences } from './forecast-sentences.ts';
import { ShareTable } from './share-table.tsx';

interface BacktestReportProps {
  readonly run: Pick<BacktestDetail, 'from' | 'until' | 'finishedAt'>;
  readonly report: Report;
}

/** What would have come of a draft; whoever writes it and whoever reviews it see the same. */
export function BacktestReport({ run, report }: BacktestReportProps) {
  const said = forecastSentences(report);
  return (
    <div className="backtest-report">
      <BacktestFigures run={run} report={report} />
      <p>{said.given}</p>
      <p>{said.budget}</p>
      <p className="note">{said.band}</p>
      <section aria-label="每天花多少">
        <h3>每天花多少</h3>
        <BurnChart report={report} sentence={said.burn} />
      </section>
      <section aria-label="谁会得到">
        <h3>谁会得到</h3>
        <p>{said.reached}</p>
        {report.members > 0 && (
          <>
            <ShareTable title="客户分组" none="得到的客户那几天还没有分组。" shares={report.groups} />
            <ShareTable title="客群" none="得到的客户那几天不在任何客群里。" shares={report.segments} />
          </>
        )}
        {said.missions !== null && <p>{said.missions}</p>}
      </section>
      <section aria-label="得到最多的客户">
        <h3>得到最多的客户</h3>
        <p>{said.receivers}</p>
        <Receivers receivers={report.receivers} />
      </section>
      <section aria-label="冲突和异常">
        <h3>冲突和异常</h3>
        <p>{said.collisions}</p>
        {report.collisions.length > 0 && (
          <Facts
            facts={report.collisions.map(({ name, kind, taken, given }) => [
              name,
              `${collisionNames[kind]}：草稿少送 ${formatCount(taken)} 次，它少送 ${formatCount(given)} 次`,
            ])}
          />
        )}
        <p>{said.suspicions}</p>
        {report.suspicions.length > 0 && (
          <ul className="backtest-list">
            {report.suspicions.map(({ hold, awards }) => (
              <li key={hold}>
                {awardHoldSentences[hold]}：{formatCount(awards)} 次
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-label="和实际发生的相比">
        <h3>和实际发生的相比</h3>
        {said.ownDifference !== null && <p>{said.ownDifference}</p>}
        <p>{said.difference}</p>
        <Rules rules={report.rules} />
      </section>
    </div>
  );
}

function Receivers({ receivers }: Pick<Report, 'receivers'>) {
  if (receivers.length === 0) return null;
  return (
    <table className="backtest-table">
      <thead>
        <tr>
          <th scope="col">客户</th>
          <th scope="col">次数</th>
          <th scope="col">积分</th>
          <th scope="col">价值</th>
        </tr>
      </thead>
      <tbody>
        {receivers.map(({ memberId, displayName, awards, points, valueFen }) => (
          <tr key={memberId}>
            <th scope="row">{displayName}</th>
            <td>{formatCount(awards)}</td>
            <td>{formatCount(points)}</td>
            <td>{formatAmount(valueFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rules({ rules }: Pick<Report, 'rules'>) {
  if (rules.length === 0) return null;
  return (
    <table className="backtest-table">
      <thead>
        <tr>
          <th scope="col">规则</th>
          <th scope="col">回测送出</th>
          <th scope="col">实际送出</th>
          <th scope="col">回测价值</th>
          <th scope="col">实际价值</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ ruleId, name, given, really }) => (
          <tr key={ruleId}>
            <th scope="row">{name}</th>
            <td>{formatCount(given.awards)}</td>
            <td>{formatCount(really.awards)}</td>
            <td>{formatAmount(given.valueFen)}</td>
            <td>{formatAmount(really.valueFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
