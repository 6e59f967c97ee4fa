import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import type { LearningEntry, LearningRecord } from '@siyu/shared/contracts/learning-record';
import { learningRecordRoutes } from '@siyu/shared/contracts/learning-record.routes';
import { call } from '../../api/call';
import { More } from '../../components/more';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { Tap } from '../../components/tap';
import { useStore } from '../../phone/store';
import { goToSchool, openLesson } from '../../reading/open-lesson';
import { type PagedList, type Pages, usePages } from '../../reading/use-pages';
import { session } from '../../session/session';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';
import './index.scss';

const keyOf = ({ kind, lessonId, at }: LearningEntry): string => `${kind} ${lessonId} ${at}`;

const record: PagedList<LearningRecord> = {
  pageSize: 20,
  load: (query) => call(learningRecordRoutes.getLearningRecord, { query }),
  countOf: ({ entries }) => entries.length,
  join(before, next) {
    const known = new Set(before.entries.map(keyOf));
    return {
      ...next,
      entries: [...before.entries, ...next.entries.filter((each) => !known.has(keyOf(each)))],
    };
  },
};

/** Lessons finished and quizzes handed in, the latest first; each leads back to its lesson. */
export default function LearningPage() {
  const { phase } = useStore(session);
  const pages = usePages('learning', record, phase === 'entered');
  usePullDownRefresh(() => {
    void pages.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void pages.loadMore());
  return (
    <Screen name="learning">
      {pages.data !== null ? (
        <Ready pages={pages} page={pages.data} />
      ) : pages.problem !== null ? (
        <Failure sentence={pages.problem} onRetry={() => void pages.reload()} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}

function Ready({ pages, page }: { readonly pages: Pages<LearningRecord>; readonly page: LearningRecord }) {
  const { entries, nextCursor } = page;
  if (entries.length === 0)
    return (
      <Blank
        title={say('learned.empty')}
        hint={say('learned.empty.hint')}
        action={{ id: 'learning-to-school', text: say('learned.empty.action'), onTap: goToSchool }}
      />
    );
  return (
    <>
      <View id="learning-entries" className="card card--rows">
        {entries.map((entry, index) => (
          <Tap
            key={keyOf(entry)}
            id={`learnt-${index}`}
            className="learnt"
            onTap={() => {
              openLesson(entry.lessonId);
            }}
          >
            <Text className="learnt__title">{entry.title}</Text>
            <Text className="meta learnt__what">{inWords(entry)}</Text>
          </Tap>
        ))}
      </View>
      <More
        id="learning-more"
        text={say('learned.more')}
        hasMore={nextCursor !== null}
        isLoadingMore={pages.isLoadingMore}
        moreProblem={pages.moreProblem}
        onMore={() => void pages.loadMore()}
      />
    </>
  );
}

function inWords(entry: LearningEntry): string {
  const what =
    entry.kind === 'lesson'
      ? say('learned.lesson')
      : say('learned.quiz', { correct: entry.correct, total: entry.total });
  return `${what} · ${momentInWords(entry.at)}`;
}
