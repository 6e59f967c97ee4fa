import type { BacktestDetail, BacktestReport } from '@siyu/shared/contracts/backtests';
import { formatAmount, formatCount } from '../../format/figures.ts';
import { formatShortInstant } from '../../format/moments.ts';
import { DefinedFigure } from '../../list/defined-figure.tsx';
import { windowSaid } from './backtest-window.ts';

type Seen = Pick<BacktestDetail, 'from' | 'until' | 'finishedAt'>;

/** The four figures one looks at first. */
export function BacktestFigures({ run, report }: { run: Seen; report: BacktestReport }) {
  const { given, members, suspicions } = report;
  const held = suspicions.reduce((sum, { awards }) => sum + awards, 0);
  const asOf = `${windowSaid(run)}${run.finishedAt === null ? '' : `，${formatShortInstant(run.finishedAt)} 算完`}`;
  const figures = [
    ['会得到的客户', formatCount(members), '在这段时间里至少会得到一次的客户，每位只算一次'],
    ['送出', `${formatCount(given.awards)} 次`, '这份草稿会送出的次数，疑似异常的也算'],
    ['积分', formatCount(given.points), '这份草稿会送出的积分'],
    ['价值', formatAmount(given.valueFen), '按现在的成本折算'],
    ['疑似异常', `${formatCount(held)} 次`, '会先留给人核对、不马上到账的次数'],
  ] as const;
  return (
    <dl className="backtest-figures">
      {figures.map(([name, figure, definition]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <DefinedFigure definition={definition} asOf={asOf}>
              {figure}
            </DefinedFigure>
          </dd>
        </div>
      ))}
    </dl>
  );
}
