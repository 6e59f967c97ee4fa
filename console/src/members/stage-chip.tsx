import { STAGES, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import { REFUSED, stageNames } from '@siyu/shared/messages';

/** The stage with its place on the path: one dot per stage reached; of who refuses it only that. */
export function StageChip({ stage }: { stage: StageCode | null }) {
  if (stage === null) return <span className="note">{REFUSED}</span>;
  const reached = STAGES.indexOf(stage);
  return (
    <span className="stage" title={`五个阶段中的第 ${reached + 1} 个`}>
      <span className="stage-dots" aria-hidden>
        {STAGES.map((each, place) => (
          <i key={each} className={place <= reached ? 'on' : ''} />
        ))}
      </span>
      {stageNames[stage]}
    </span>
  );
}
