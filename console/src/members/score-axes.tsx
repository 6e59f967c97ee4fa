import type { MemberScore } from '@siyu/shared/contracts/workspace';
import { staffMessages } from '@siyu/shared/messages';
import { formatAmount } from '../format/figures.ts';
import { bandRange } from './band-range.ts';
import { formatFrequency } from './score-reason.ts';

const BANDS = [1, 2, 3, 4, 5, 6] as const;

/** Each measure with everything that decided its band. */
export function ScoreAxes({ score }: { score: MemberScore }) {
  return (
    <div className="axes">
      {score.axes.map(({ axis, raw, band, lowerBound, upperBound }) => (
        <section key={axis} className="axis" aria-label={staffMessages[`axis.${axis}`]}>
          <div className="axis-head">
            <b>{staffMessages[`axis.${axis}`]}</b>
            <span className="note">{staffMessages[`axis.${axis}.meaning`]}</span>
            <span className="spring" />
            <span className="figure">
              {axis === 'frequency' ? `${formatFrequency(raw)} 次 / 30 天` : formatAmount(raw)}
            </span>
          </div>
          <div className="band-scale" aria-hidden>
            {BANDS.map((each) => (
              <i key={each} className={each === band ? 'on' : each < band ? 'below' : ''} />
            ))}
          </div>
          <div className="note">
            第 {band} 档，共 6 档（{bandRange({ axis, lowerBound, upperBound })}）
          </div>
        </section>
      ))}
    </div>
  );
}
