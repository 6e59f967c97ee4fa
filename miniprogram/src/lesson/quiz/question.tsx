import { Text, View } from '@tarojs/components';
import type { Lesson } from '@siyu/shared/contracts/content';
import { Button } from '../../components/button';
import { Option } from '../../components/option';
import { say } from '../../words/say';
import type { Quiz } from './use-quiz';

/** One question at a time; nothing is judged before all are answered. */
export function Question({ lesson, quiz }: { readonly lesson: Lesson; readonly quiz: Quiz }) {
  const question = lesson.quiz[quiz.at];
  if (question === undefined) return null;
  const total = lesson.quiz.length;
  const isLast = quiz.at === total - 1;
  const chosen = quiz.chosen[question.questionId];
  const word =
    chosen === undefined
      ? say('quiz.choose')
      : quiz.state === 'submitting'
        ? say('quiz.submitting')
        : say(isLast ? 'quiz.submit' : 'quiz.next');
  return (
    <>
      <View className="quiz__bar">
        <View className="quiz__done" style={`width: ${Math.round(((quiz.at + 1) / total) * 100)}%`} />
      </View>
      <Text className="meta">{say('quiz.progress', { current: quiz.at + 1, total })}</Text>
      <Text id="quiz-question" className="quiz__question">
        {question.question}
      </Text>
      {question.options.map((option, index) => (
        <Option
          key={index}
          id={`option-${index}`}
          text={option}
          isOn={chosen === index}
          onTap={() => {
            quiz.choose(question.questionId, index);
          }}
        />
      ))}
      {quiz.problem === null ? null : (
        <View className="quiz__problem">
          <Text>
            {say('quiz.refused')}：{quiz.problem}
          </Text>
        </View>
      )}
      <View className="quiz__next">
        <Button
          id={isLast ? 'submit-quiz' : 'next-question'}
          text={word}
          isDisabled={chosen === undefined || quiz.state === 'submitting'}
          onTap={() => {
            if (isLast) void quiz.submit();
            else quiz.goTo(quiz.at + 1);
          }}
        />
        {quiz.at === 0 ? null : (
          <Button
            id="previous-question"
            kind="quiet"
            text={say('quiz.previous')}
            onTap={() => {
              quiz.goTo(quiz.at - 1);
            }}
          />
        )}
      </View>
      <Text className="quiz__risk">{lesson.riskNote}</Text>
    </>
  );
}
