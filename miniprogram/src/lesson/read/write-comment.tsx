import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import type { LessonComment } from '@siyu/shared/contracts/discussion';
import {
  COMMENT_KINDS,
  COMMENT_MAX,
  COMMENT_MIN,
  type CommentKind,
} from '@siyu/shared/contracts/discussion.limits';
import { discussionRoutes } from '@siyu/shared/contracts/discussion.routes';
import { call } from '../../api/call';
import { Button } from '../../components/button';
import { Choice } from '../../components/choice';
import { LongTextField } from '../../components/field';
import { useWriting } from '../../queues/use-writing';
import { say } from '../../words/say';

interface WriteCommentProps {
  readonly lessonId: string;
  readonly onWritten: (comment: LessonComment) => void;
}

/** A comment or a question: which of the two, the words, and one press. */
export function WriteComment({ lessonId, onWritten }: WriteCommentProps) {
  const [kind, setKind] = useState<CommentKind>('COMMENT');
  const { text, isBusy, problem, write, send } = useWriting({
    placeId: lessonId,
    async hand(commentId, written) {
      const body = { commentId, kind, text: written };
      const comment = await call(discussionRoutes.writeComment, { params: { lessonId }, body });
      onWritten(comment);
      const title = say(comment.state === 'SHOWN' ? 'comments.sent.SHOWN' : 'comments.sent.WAITING');
      void Taro.showToast({ title, icon: 'none' });
    },
    keptSentence: (reason) => say('comments.kept', { reason }),
  });
  const isShort = text.trim().length < COMMENT_MIN;
  return (
    <View id="write-comment" className="card write-comment">
      <Choice
        id="comment-kind"
        options={COMMENT_KINDS.map((value) => ({ value, text: say(`comments.kind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <LongTextField
        id="comment-text"
        label={say(`comments.write.${kind}`)}
        hint={say(`comments.write.${kind}.hint`)}
        value={text}
        maxLength={COMMENT_MAX}
        isDisabled={isBusy}
        onChange={write}
      />
      <Text className="write-comment__note">{say('comments.note')}</Text>
      {problem === null ? null : (
        <Text id="comment-problem" className="write-comment__note write-comment__note--problem">
          {problem}
        </Text>
      )}
      <Button
        id="comment-send"
        kind="line"
        text={
          isBusy
            ? say('comments.sending')
            : isShort
              ? say('comments.short', { min: COMMENT_MIN })
              : say('comments.send')
        }
        isDisabled={isBusy || isShort}
        onTap={() => void send()}
      />
    </View>
  );
}
