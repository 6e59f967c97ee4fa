import { Text, View } from '@tarojs/components';
import type { OwnAssessments } from '@siyu/shared/contracts/suitability';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import { investorLevelNames } from '@siyu/shared/messages';
import { call } from '../../api/call';
import { More } from '../../components/more';
import { Row } from '../../components/row';
import type { PagedList, Pages } from '../../reading/use-pages';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

export const ownAssessments: PagedList<OwnAssessments> = {
  pageSize: 20,
  load: (query) => call(suitabilityRoutes.listOwnAssessments, { query }),
  countOf: ({ assessments }) => assessments.length,
  join(before, next) {
    const known = new Set(before.assessments.map(({ assessmentId }) => assessmentId));
    const fresh = next.assessments.filter(({ assessmentId }) => !known.has(assessmentId));
    return { ...next, assessments: [...before.assessments, ...fresh] };
  },
};

/** Every result of the member, the latest first; nothing before there is one. */
export function History({ pages }: { readonly pages: Pages<OwnAssessments> }) {
  const { data } = pages;
  if (data === null || data.assessments.length === 0) return null;
  return (
    <>
      <Text className="suit__heading">{say('suit.history')}</Text>
      <View className="card card--rows">
        {data.assessments.map(({ assessmentId, level, state, takenAt }) => (
          <Row
            key={assessmentId}
            id={`assessment-${assessmentId}`}
            title={`${momentInWords(takenAt)} · ${investorLevelNames[level]}`}
            value={say(`suit.state.${state}`)}
          />
        ))}
      </View>
      <More
        id="suit-more"
        text={say('suit.more')}
        hasMore={data.nextCursor !== null}
        isLoadingMore={pages.isLoadingMore}
        moreProblem={pages.moreProblem}
        onMore={() => void pages.loadMore()}
      />
    </>
  );
}
