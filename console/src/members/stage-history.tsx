import type { MemberPanorama } from '@siyu/shared/contracts/panorama';
import { formatCivilDay } from '../format/moments.ts';
import { StageChip } from './stage-chip.tsx';

/** The way along the relation path, the latest stage first. */
export function StageHistory({ stages }: Pick<MemberPanorama, 'stages'>) {
  if (stages.length === 0) return null;
  return (
    <>
      <h3>同行阶段</h3>
      <ol className="panorama-rows" aria-label="同行阶段记录">
        {stages.map(({ stage, reachedOn, fromAsOf, toAsOf }) => (
          <li key={`${fromAsOf} ${stage} ${toAsOf ?? ''}`}>
            <StageChip stage={stage} />
            <span className="note">
              {formatCivilDay(reachedOn)}达到
              {toAsOf !== null && `，${formatCivilDay(toAsOf)} 之前有效`}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
