import { Text, View } from '@tarojs/components';
import type { GroupQuestion } from '@siyu/shared/contracts/communities';
import { Chip } from '../../components/chip';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

/** A question of the group with what came of it; the member's own says where it stands. */
export function Question({ question }: { readonly question: GroupQuestion }) {
  const { questionId, text, isMine, state, askedAt, answer, declinedReason } = question;
  return (
    <View id={`question-${questionId}`} className="card question">
      {isMine ? (
        <Chip text={say(`group.state.${state}`)} tone={state === 'ANSWERED' ? 'success' : 'ink'} />
      ) : null}
      <Text className="card-title question__text">{text}</Text>
      {answer !== null ? (
        <>
          <Text className="question__answer">{answer.text}</Text>
          <Text className="meta">{answererInWords(answer)}</Text>
        </>
      ) : (
        <>
          {declinedReason === null ? null : <Text className="question__answer">{declinedReason}</Text>}
          <Text className="meta">{momentInWords(askedAt)}</Text>
        </>
      )}
    </View>
  );
}

/** `沈知行 S0260519080001 · 11月24日 10:05` */
function answererInWords(answer: NonNullable<GroupQuestion['answer']>): string {
  const { answererName: name, answererRegistrationNo: registrationNo } = answer;
  const at = momentInWords(answer.answeredAt);
  return registrationNo === null
    ? say('group.answerer', { name, at })
    : say('group.answerer.registered', { name, registrationNo, at });
}
