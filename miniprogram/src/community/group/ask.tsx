import { Text, View } from '@tarojs/components';
import type { GroupQuestion } from '@siyu/shared/contracts/communities';
import { GROUP_QUESTION_MAX, GROUP_QUESTION_MIN } from '@siyu/shared/contracts/communities.limits';
import { Button } from '../../components/button';
import { LongTextField } from '../../components/field';
import { say } from '../../words/say';
import { useAsking } from './use-asking';

interface AskProps {
  readonly groupId: string;
  readonly onAsked: (question: GroupQuestion) => void;
}

/** A question to the group: what may be written, the words, and one press. */
export function Ask({ groupId, onAsked }: AskProps) {
  const { text, isBusy, problem, write, send } = useAsking(groupId, onAsked);
  const isShort = text.trim().length < GROUP_QUESTION_MIN;
  return (
    <View id="ask" className="card ask">
      <LongTextField
        id="ask-text"
        label={say('group.ask')}
        hint={say('group.ask.hint')}
        value={text}
        maxLength={GROUP_QUESTION_MAX}
        isDisabled={isBusy}
        onChange={write}
      />
      <Text className="ask__note">{say('group.ask.note')}</Text>
      {problem === null ? null : (
        <Text id="ask-problem" className="ask__problem">
          {problem}
        </Text>
      )}
      <Button
        id="ask-send"
        kind="line"
        text={
          isBusy
            ? say('group.ask.sending')
            : isShort
              ? say('group.ask.short', { min: GROUP_QUESTION_MIN })
              : say('group.ask.send')
        }
        isDisabled={isBusy || isShort}
        onTap={() => void send()}
      />
    </View>
  );
}
