import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { LiveRoom } from '@siyu/shared/contracts/live';
import { Button } from '../../components/button';
import { say } from '../../words/say';

/** After the end: how it ended, what the member saw of it, and the quiz. */
export function Over({ room }: { readonly room: LiveRoom }) {
  const { now, watchedMinutes, isAttended, quizLessonId } = room;
  const isStopped = now.state === 'STOPPED' || now.notice !== null;
  return (
    <View id="live-over" className="card">
      <Text className="card-title">{say(isStopped ? 'live.stopped' : 'live.over')}</Text>
      {now.notice === null ? null : (
        <Text id="live-stopped-why" className="sub">
          {say('live.stopped.why', { reason: now.notice })}
        </Text>
      )}
      <Text className="sub">{say(isStopped ? 'live.stopped.hint' : 'live.over.hint')}</Text>
      {watchedMinutes === null || watchedMinutes === 0 ? null : (
        <Text id="live-watched" className="sub">
          {say('live.watched', { minutes: watchedMinutes })}
        </Text>
      )}
      {isAttended ? <Text className="sub">{say('live.attended')}</Text> : null}
      {quizLessonId === null ? null : (
        <View className="live__after">
          <Text className="sub">{say('live.quiz.hint')}</Text>
          <Button
            id="live-quiz"
            text={say('live.quiz')}
            onTap={() => void Taro.navigateTo({ url: `/lesson/quiz/index?lessonId=${quizLessonId}` })}
          />
        </View>
      )}
    </View>
  );
}
