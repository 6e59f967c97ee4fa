import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { Lesson, LessonCard } from '@siyu/shared/contracts/content';
import { Button } from '../../components/button';
import { isRecord } from '../../phone/storage';
import { makeDeedId, submitDeed } from '../../queues/queues';
import { goToSchool, replaceWithLesson } from '../../reading/open-lesson';
import { canFinish, type Reading } from '../../reading/read-percent';
import { recordableMember } from '../../session/session';
import { say } from '../../words/say';
import { LessonThanks } from './lesson-thanks';

interface Finished {
  readonly note: string;
  readonly next: LessonCard | null;
  /** Finished for the first time, just now: there may be thanks for it. */
  readonly isNew: boolean;
}

/** The end of a lesson: one touch to finish it, then what it earned and one next step. */
export function Finish({ lesson, reading }: { readonly lesson: Lesson; readonly reading: Reading }) {
  const [finished, setFinished] = useState<Finished | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const finish = async (): Promise<void> => {
    const memberId = recordableMember();
    if (memberId === null) return;
    setBusy(true);
    setProblem(null);
    const outcome = await submitDeed({
      kind: 'completion',
      deedId: makeDeedId(),
      memberId,
      lessonId: lesson.lessonId,
      readPercent: reading.percent,
      hasSeenLastParagraph: reading.hasSeenLastParagraph,
      occurredAt: new Date(Date.now()).toISOString(),
    });
    setBusy(false);
    if (outcome.state === 'refused') setProblem(outcome.sentence);
    else if (outcome.state === 'waiting')
      setFinished({ note: say('lesson.finished.waiting'), next: null, isNew: false });
    else if (isRecord(outcome.answer) && 'isFirst' in outcome.answer)
      setFinished({
        note: say(outcome.answer.isFirst ? 'lesson.finished.first' : 'lesson.finished.again'),
        next: outcome.answer.nextLesson,
        isNew: outcome.answer.isFirst,
      });
  };

  const shown =
    finished ??
    (lesson.isCompleted ? { note: say('lesson.finished.again'), next: null, isNew: false } : null);
  if (shown !== null) return <NextStep lesson={lesson} finished={shown} />;
  if (!canFinish(reading))
    return (
      <View id="finish-hint" className="finish__hint">
        <Text>{say('lesson.finish.hint', { percent: reading.percent })}</Text>
      </View>
    );
  return (
    <View className="finish">
      {problem === null ? null : <Text className="finish__problem">{problem}</Text>}
      <Button
        id="finish-lesson"
        text={say('lesson.finish')}
        isDisabled={isBusy}
        onTap={() => void finish()}
      />
    </View>
  );
}

function NextStep({ lesson, finished }: { readonly lesson: Lesson; readonly finished: Finished }) {
  const { next, isNew } = finished;
  const hasQuiz = lesson.quiz.length > 0;
  return (
    <View id="lesson-finished" className="card finish__done">
      <View className="finish__seal">
        <View className="finish__tick" />
      </View>
      <Text className="card-title">{say('lesson.finished')}</Text>
      <Text className="sub finish__note">{finished.note}</Text>
      {isNew ? <LessonThanks lessonId={lesson.lessonId} /> : null}
      {hasQuiz ? (
        <Button
          id="open-quiz"
          text={say('lesson.quiz', { count: lesson.quiz.length })}
          onTap={() => void Taro.navigateTo({ url: `/lesson/quiz/index?lessonId=${lesson.lessonId}` })}
        />
      ) : null}
      {next === null ? (
        <Button id="back-to-school" kind="quiet" text={say('lesson.back_to_school')} onTap={goToSchool} />
      ) : (
        <Button
          id="next-lesson"
          kind={hasQuiz ? 'line' : 'main'}
          text={say('lesson.next', { title: next.title })}
          onTap={() => {
            replaceWithLesson(next.lessonId);
          }}
        />
      )}
    </View>
  );
}
