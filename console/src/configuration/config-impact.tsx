import type { ConfigImpact } from '@siyu/shared/contracts/analytics';
import type { ImpactFigure } from '@siyu/shared/contracts/analytics.limits';
import {
  impactFigureDefinitions,
  impactFigureNames,
  impactFollowSentences,
  impactUnknownSentences,
} from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { DefinedFigure } from '../list/defined-figure.tsx';
import { Facts } from '../list/facts.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { ConfigTrial } from './config-trial.tsx';

interface ConfigImpactProps {
  readonly data: ConfigImpact | undefined;
  readonly error: unknown;
}

/** What will happen in numbers once this version is in force; what cannot be counted is said to be so. */
export function ConfigImpactFigures({ data, error }: ConfigImpactProps) {
  return (
    <section className="reach" aria-label="生效后会影响谁">
      <h3>生效后会影响谁</h3>
      {!data && !error && <p className="note">正在数。</p>}
      <FailureNotice error={error} />
      {data && <Counted impact={data} />}
    </section>
  );
}

const unitOf = (code: ImpactFigure): string =>
  code === 'publishedLessons' || code === 'lessonsRefused' ? '课' : '位';

function Counted({ impact: { figures, unknown, trial, follow, readAt } }: { impact: ConfigImpact }) {
  return (
    <>
      <Facts
        facts={figures.map(({ code, count }) => [
          impactFigureNames[code],
          <DefinedFigure
            definition={impactFigureDefinitions[code]}
            asOf={`数于 ${formatInstant(readAt)}，按现在保存的数据`}
          >
            {formatCount(count)} {unitOf(code)}
          </DefinedFigure>,
        ])}
      />
      {unknown !== null && <p className="note">{impactUnknownSentences[unknown]}</p>}
      {trial !== null && <ConfigTrial trial={trial} />}
      {follow !== null && (
        <p className="note">
          {impactFollowSentences[follow.code]}
          {follow.isRunning ? '；这项任务现在还在处理上一次改动。' : '。'}数于 {formatInstant(readAt)}。
        </p>
      )}
    </>
  );
}
