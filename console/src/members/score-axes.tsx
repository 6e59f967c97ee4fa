import type { MemberScore } from '@siyu/shared/contracts/workspace';
import { scoreMessages, scoreStepMessages } from '@siyu/shared/messages';
import { formatAmount } from '../format/figures.ts';
import { formatCivilDay } from '../format/moments.ts';
import { DefinedFigure } from '../list/defined-figure.tsx';
import { bandRange } from './band-range.ts';
import { formatFrequency } from './score-reason.ts';
import { axisShare, scoreSum } from './score-share.ts';
import { scoreStep } from './score-step.ts';

const BANDS = [1, 2, 3, 4, 5, 6] as const;

/** Each measure with everything that decided its band and what it gives to the score. */
export function ScoreAxes({ score }: { score: MemberScore }) {
  const { axes, weightSum, frequencyPerDays } = score;
  return (
    <>
      <div className="axes">
        {axes.map((each) => (
          <ScoreAxis
            key={each.axis}
            axis={each}
            weightSum={weightSum}
            asOf={`此前 ${score.windowDays} 天，按 ${formatCivilDay(score.asOf)} 00:00 之前的交易`}
            raw={
              each.axis === 'frequency'
                ? `${formatFrequency(each.raw)} 次 / ${frequencyPerDays} 天`
                : formatAmount(each.raw)
            }
          />
        ))}
      </div>
      <p className="note">{scoreSum(score)}</p>
      {axes.some(({ toNextBand }) => toNextBand !== undefined) && (
        <p className="note">{scoreStepMessages['step.note']}</p>
      )}
    </>
  );
}

interface ScoreAxisProps {
  readonly axis: MemberScore['axes'][number];
  readonly weightSum: number;
  readonly raw: string;
  /** Up to when facts count, in words. */
  readonly asOf: string;
}

function ScoreAxis({ axis: shown, weightSum, raw, asOf }: ScoreAxisProps) {
  const { axis, band } = shown;
  const step = scoreStep(shown);
  return (
    <section className="axis" aria-label={scoreMessages[`axis.${axis}`]}>
      <div className="axis-head">
        <b>{scoreMessages[`axis.${axis}`]}</b>
        <span className="note">{scoreMessages[`axis.${axis}.meaning`]}</span>
        <span className="spring" />
        <DefinedFigure definition={scoreMessages[`axis.${axis}.meaning`]} asOf={asOf}>
          {raw}
        </DefinedFigure>
      </div>
      <div className="band-scale" aria-hidden>
        {BANDS.map((each) => (
          <i key={each} className={each === band ? 'on' : each < band ? 'below' : ''} />
        ))}
      </div>
      <div className="axis-foot note">
        <span>
          第 {band} 档，共 6 档（{bandRange(shown)}）
        </span>
        <span className="figure">{axisShare(shown, weightSum)}</span>
      </div>
      {step !== null && <div className="note">{step}</div>}
    </section>
  );
}
