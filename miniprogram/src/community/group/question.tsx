import { Text, View } from '@tarojs/components';
import type { GroupQuestion } from '@siyu/shared/contracts/communities';
import { Answer } from '../../components/answer';
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
        <Answer answer={answer} />
      ) : (
        <>
          {declinedReason === null ? null : <Text className="answer">{declinedReason}</Text>}
          <Text className="meta">{momentInWords(askedAt)}</Text>
        </>
      )}
    </View>
  );
}
