import { Text, View } from '@tarojs/components';
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { Fragment, type ReactNode } from 'react';
import type { LessonPage } from '@siyu/shared/contracts/content';
import { LessonRow } from '../../components/lesson-row';
import { More } from '../../components/more';
import { Recycled } from '../../components/recycled';
import { Screen } from '../../components/screen';
import { Blank, Failure, Skeleton } from '../../components/states';
import { useNoticeSettings } from '../../notices/use-notice-settings';
import { Tap } from '../../components/tap';
import { openLives } from '../../reading/open-live';
import { say } from '../../words/say';
import { PathReminder } from './path-reminder';
import { type LearningPath, type Lessons, pathsOf, useLessons } from './use-lessons';
import './index.scss';

export default function SchoolPage() {
  const lessons = useLessons();
  usePullDownRefresh(() => {
    void lessons.reload().then(() => Taro.stopPullDownRefresh());
  });
  useReachBottom(() => void lessons.loadMore());
  return (
    <Screen name="school">
      {lessons.data !== null ? (
        <Ready lessons={lessons} page={lessons.data} />
      ) : lessons.problem !== null ? (
        <Failure sentence={lessons.problem} onRetry={() => void lessons.reload()} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}

function Ready({ lessons, page }: { readonly lessons: Lessons; readonly page: LessonPage }) {
  const notices = useNoticeSettings();
  if (page.lessons.length === 0)
    return (
      <Blank
        title={say('school.empty')}
        hint={say('school.empty.hint')}
        action={{ id: 'school-reload', text: say('app.retry'), onTap: () => void lessons.reload() }}
      />
    );
  const { completed, total } = page;
  return (
    <>
      <Text className="heading">{say('school.heading')}</Text>
      <Text className="sub">{say('school.sub', { completed, total })}</Text>
      <View className="school__ways">
        <Tap
          id="school-search"
          className="link"
          onTap={() => void Taro.navigateTo({ url: '/lesson/search/index' })}
        >
          <Text>{say('search.entry')}</Text>
        </Tap>
        <Tap id="school-lives" className="link" onTap={openLives}>
          <Text>{say('lives.row')}</Text>
        </Tap>
        <Tap
          id="school-articles"
          className="link"
          onTap={() => void Taro.navigateTo({ url: '/lesson/articles/index' })}
        >
          <Text>{say('articles.entry')}</Text>
        </Tap>
        <Tap
          id="school-verify"
          className="link"
          onTap={() => void Taro.navigateTo({ url: '/account/verify/index' })}
        >
          <Text>{say('verify.row')}</Text>
        </Tap>
      </View>
      {/* Its own element: a path that joins at the end leaves the data of the rest as it is. */}
      <View>
        {pathsOf(page).map((path) => (
          <PathCard key={path.code} path={path} inAll={page.lessons.length}>
            {/* New advice is announced to nobody: a message may be read by others. */}
            {path.code === '' || path.lessons.every(({ label }) => label === 'advice') ? null : (
              <PathReminder pathCode={path.code} notices={notices} />
            )}
          </PathCard>
        ))}
      </View>
      <More
        id="lessons-more"
        text={say('school.more')}
        hasMore={page.nextCursor !== null}
        isLoadingMore={lessons.isLoadingMore}
        moreProblem={lessons.moreProblem}
        onMore={() => void lessons.loadMore()}
      />
    </>
  );
}

/** Above the first lesson of a named part. */
function CourseHead({
  course,
}: {
  readonly course: { readonly title: string; readonly completed: number; readonly total: number } | undefined;
}) {
  if (course === undefined) return null;
  const { title, completed, total } = course;
  return <Text className="path-card__course">{say('school.course', { title, completed, total })}</Text>;
}

interface PathCardProps {
  readonly path: LearningPath;
  readonly inAll: number;
  readonly children: ReactNode;
}

function PathCard({ path, inAll, children }: PathCardProps) {
  const percent = Math.round((path.completed / path.total) * 100);
  return (
    <View id={`path-${path.code}`} className="card path-card">
      <View className="path-card__head">
        <Text className="path-card__title">{path.title}</Text>
        <Text className="meta">{say('school.path', { completed: path.completed, total: path.total })}</Text>
      </View>
      <View className="path-card__bar">
        <View className="path-card__done" style={`width: ${percent}%`} />
      </View>
      {path.summary === '' ? null : <Text className="meta path-card__summary">{path.summary}</Text>}
      {/* Before the list: what stands behind it would be sent again with every ten lessons. */}
      <View className="path-card__foot">{children}</View>
      <Recycled
        id={`rows-${path.code}`}
        items={path.lessons}
        inAll={inAll}
        keyOf={({ lessonId }) => lessonId}
        render={(lesson) => (
          <Fragment key={lesson.lessonId}>
            <CourseHead course={path.courses.get(lesson.lessonId)} />
            <LessonRow lesson={lesson} />
          </Fragment>
        )}
      />
    </View>
  );
}
