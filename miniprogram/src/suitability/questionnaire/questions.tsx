import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { AskedQuestionnaire } from '@siyu/shared/contracts/suitability';
import { Button } from '../../components/button';
import { Option } from '../../components/option';
import { say } from '../../words/say';
import { makeStatement } from '../make-statement';
import { useAnswers } from './use-answers';

/** One question after another; whoever would rather not answer is told what follows. */
export function Questions({ questionnaire }: { readonly questionnaire: AskedQuestionnaire }) {
  const answers = useAnswers(questionnaire);
  const { questions } = questionnaire;
  const { at, chosen, isBusy } = answers;
  const question = questions[at];
  if (question === undefined) return null;
  const total = questions.length;
  const isLast = at === total - 1;
  const word = isBusy ? 'suit.handing_in' : isLast ? 'suit.hand_in' : 'suit.next';
  const refuse = async (): Promise<void> => {
    if ((await makeStatement('INFORMATION_REFUSED')) !== null)
      void Taro.redirectTo({ url: '/suitability/result/index' });
  };
  return (
    <>
      {at === 0 ? <Text className="suit__intro">{say('suit.intro')}</Text> : null}
      <View className="suit__bar">
        <View className="suit__done" style={`width: ${Math.round(((at + 1) / total) * 100)}%`} />
      </View>
      <Text className="meta">
        {say('quiz.progress', { current: at + 1, total })}
        {question.isMultiple ? ` · ${say('suit.several')}` : ''}
      </Text>
      <Text id="suit-question" className="suit__question">
        {question.title}
      </Text>
      {question.options.map(({ key, text }, index) => (
        <Option
          key={`${question.key}-${key}`}
          id={`option-${index}`}
          text={text}
          role={question.isMultiple ? 'checkbox' : 'radio'}
          isOn={chosen.includes(key)}
          onTap={() => {
            answers.choose(key);
          }}
        />
      ))}
      {answers.problem === null ? null : <Text className="suit__problem">{answers.problem}</Text>}
      <View className="suit__acts">
        <Button
          id={isLast ? 'suit-hand-in' : 'suit-next'}
          text={say(chosen.length === 0 ? 'suit.choose' : word)}
          isDisabled={chosen.length === 0 || isBusy}
          onTap={() => {
            if (isLast) void answers.handIn();
            else answers.goTo(at + 1);
          }}
        />
        {at === 0 ? null : (
          <Button
            id="suit-previous"
            kind="quiet"
            text={say('suit.previous')}
            isDisabled={isBusy}
            onTap={() => {
              answers.goTo(at - 1);
            }}
          />
        )}
        <Button
          id="suit-refuse"
          kind="quiet"
          text={say('suit.refuse')}
          isDisabled={isBusy}
          onTap={() => void refuse()}
        />
      </View>
    </>
  );
}
