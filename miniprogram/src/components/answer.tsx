import { Text } from '@tarojs/components';
import { momentInWords } from '../words/dates';
import { say } from '../words/say';

interface AnswerProps {
  readonly answer: {
    readonly text: string;
    readonly answererName: string;
    readonly answererRegistrationNo: string | null;
    readonly answeredAt: string;
  };
}

/** What somebody of the firm answered, under the name and the registration: `沈知行 S0260519080001 · 11月24日 10:05`. */
export function Answer({ answer }: AnswerProps) {
  const { text, answererName: name, answererRegistrationNo: registrationNo } = answer;
  const at = momentInWords(answer.answeredAt);
  return (
    <>
      <Text className="answer">{text}</Text>
      <Text className="meta">
        {registrationNo === null
          ? say('answer.by', { name, at })
          : say('answer.by.registered', { name, registrationNo, at })}
      </Text>
    </>
  );
}
