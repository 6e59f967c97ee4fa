import { Text, View } from '@tarojs/components';
import type { LessonComments } from '@siyu/shared/contracts/discussion';
import { More } from '../../components/more';
import { Failure, Skeleton } from '../../components/states';
import { say } from '../../words/say';
import { Comment } from './comment';
import { type Discussion, useComments } from './use-comments';
import { WriteComment } from './write-comment';

/** What is said and asked under a lesson, and a place to say something. */
export function Comments({ lessonId }: { readonly lessonId: string }) {
  const discussion = useComments(lessonId);
  const { data, problem, reload } = discussion;
  return (
    <>
      <View className="section">
        <Text className="section__title">{say('comments.title')}</Text>
      </View>
      {data !== null ? (
        <>
          <WriteComment lessonId={lessonId} onWritten={discussion.add} />
          <Written discussion={discussion} page={data} />
        </>
      ) : problem !== null ? (
        <Failure sentence={problem} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={1} />
      )}
    </>
  );
}

interface WrittenProps {
  readonly discussion: Discussion;
  readonly page: LessonComments;
}

function Written({ discussion, page }: WrittenProps) {
  if (page.comments.length === 0)
    return (
      <Text id="no-comments" className="meta comments__none">
        {say('comments.none')}
      </Text>
    );
  return (
    <>
      <View id="lesson-comments">
        {page.comments.map((comment) => (
          <Comment key={comment.commentId} comment={comment} onDeleted={discussion.remove} />
        ))}
      </View>
      <More
        id="comments-more"
        text={say('comments.more')}
        hasMore={page.nextCursor !== null}
        isLoadingMore={discussion.isLoadingMore}
        moreProblem={discussion.moreProblem}
        onMore={() => void discussion.loadMore()}
      />
    </>
  );
}
