import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { LessonComment } from '@siyu/shared/contracts/discussion';
import { discussionRoutes } from '@siyu/shared/contracts/discussion.routes';
import { sentenceOfError } from '../../api/api-error';
import { call } from '../../api/call';
import { Answer } from '../../components/answer';
import { Chip } from '../../components/chip';
import { Tap } from '../../components/tap';
import { momentInWords } from '../../words/dates';
import { say } from '../../words/say';

interface CommentProps {
  readonly comment: LessonComment;
  readonly onDeleted: (commentId: string) => void;
}

/** Something said under a lesson; the member's own says where it stands, and can be taken away. */
export function Comment({ comment, onDeleted }: CommentProps) {
  const { commentId, kind, text, isMine, maskedName, state, writtenAt, refusedReason, answer } = comment;
  const name = isMine ? say('comments.mine') : maskedName;
  return (
    <View id={`comment-${commentId}`} className="card comment">
      <View className="comment__head">
        <Text className="meta">{say('comments.by', { name, at: momentInWords(writtenAt) })}</Text>
        {state === 'SHOWN' ? (
          kind === 'QUESTION' ? (
            <Chip text={say('comments.kind.QUESTION')} />
          ) : null
        ) : (
          <Chip text={say(`comments.state.${state}`)} tone="gold" />
        )}
      </View>
      <Text className="comment__text">{text}</Text>
      {refusedReason === null ? null : (
        <Text className="comment__reason">{say('comments.refused', { reason: refusedReason })}</Text>
      )}
      {answer === null ? null : <Answer answer={answer} />}
      {isMine ? (
        <Tap
          id={`delete-${commentId}`}
          className="link link--quiet comment__delete"
          onTap={() => void askToDelete(commentId, onDeleted)}
        >
          <Text>{say('comments.delete')}</Text>
        </Tap>
      ) : null}
    </View>
  );
}

async function askToDelete(commentId: string, onDeleted: (commentId: string) => void): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: say('comments.delete'),
    content: say('comments.delete.ask'),
    confirmText: say('comments.delete'),
    cancelText: say('comments.delete.cancel'),
  });
  if (!confirm) return;
  try {
    await call(discussionRoutes.deleteComment, { params: { commentId } });
    onDeleted(commentId);
  } catch (error) {
    void Taro.showToast({ title: sentenceOfError(error), icon: 'none' });
  }
}
