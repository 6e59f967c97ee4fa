import { processingKindNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { formatCivilDay } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import '../styles/assessment.css';
import { assessmentCoverQuery } from './assessment-queries.ts';
import { processingsOf } from './processings-of.ts';

/** What the system does that the law wants assessed, and whether that is so today. */
export function AssessmentCover() {
  const cover = useQuery(assessmentCoverQuery);
  if (!cover.data)
    return cover.error ? (
      <FailureState error={cover.error} onRetry={() => void cover.refetch()} />
    ) : (
      <ListSkeleton rows={3} />
    );
  const { kinds, fallingDue } = cover.data;
  const missing = kinds.filter(({ validUntil }) => validUntil === null);
  return (
    <section aria-label="系统做的处理" className="assessment-cover">
      {missing.length > 0 && (
        <div className="notice notice-warning" role="alert">
          系统在做下面的处理，但没有有效的影响评估：
          {missing.map(({ kind }) => processingKindNames[kind]).join('、')}。请尽快评估并复核。
        </div>
      )}
      {fallingDue > 0 && (
        <div className="notice notice-warning" role="status">
          {fallingDue} 份评估在 60 天内到期，请重新评估。
        </div>
      )}
      <ul>
        {kinds.map(({ kind, validUntil }) => (
          <li key={kind}>
            <span className={`chip ${validUntil === null ? 'chip-error' : 'chip-success'}`}>
              {validUntil === null ? '没有评估' : `有效至 ${formatCivilDay(validUntil)}`}
            </span>
            <span className="strong">{processingKindNames[kind]}</span>
            <span className="note">{processingsOf(kind)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
