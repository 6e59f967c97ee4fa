import type { ContentDraft } from '@siyu/shared/contracts/content';
import { analyticsRoutes } from '@siyu/shared/contracts/analytics.routes';
import { stageNames } from '@siyu/shared/messages';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { DefinedFigure } from '../list/defined-figure.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { reachSentences } from './reach-sentences.ts';

interface LessonReachProps {
  readonly lessonId: string;
  readonly draft: Pick<ContentDraft, 'kind' | 'stages' | 'groups'>;
}

/** What will happen in numbers once this text is published: counted by the feed's own rules. */
export function LessonReachFigures({ lessonId, draft }: LessonReachProps) {
  const query = { stages: draft.stages.join(','), groups: draft.groups.join(',') };
  const reach = useQuery({
    queryKey: ['lessons', 'reach', lessonId, query.stages, query.groups],
    queryFn: ({ signal }) => call(analyticsRoutes.getLessonReach, { params: { lessonId }, query }, signal),
    placeholderData: keepPreviousData,
  });
  const { data } = reach;
  return (
    <section className="reach" aria-label="发布后会发生什么" aria-busy={reach.isFetching}>
      <h3>发布后会发生什么</h3>
      {!data && !reach.error && <p className="note">正在数。</p>}
      <FailureNotice error={reach.error} />
      {data && (
        <>
          {reachSentences(data, draft).map(({ before, count, unit, after, definition }) => (
            <p key={before}>
              {before}{' '}
              <DefinedFigure definition={definition} asOf={`数于 ${formatInstant(data.readAt)}`}>
                {formatCount(count)} {unit}
              </DefinedFigure>{' '}
              {after}
            </p>
          ))}
          <p className="note">
            首页会出现的客户里：
            {data.byStage.map(({ stage, open }) => `${stageNames[stage]} ${formatCount(open)}`).join('，')}。
            数于 {formatInstant(data.readAt)}。
          </p>
        </>
      )}
    </section>
  );
}
