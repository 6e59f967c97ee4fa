import type { DeskComment } from '@siyu/shared/contracts/discussion-desk';
import { discussionDeskRoutes } from '@siyu/shared/contracts/discussion-desk.routes';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { call } from '../api/call.ts';
import { AskReason } from '../list/ask-reason.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { refreshComments } from './comment-queries.ts';

/** Lets everybody read what waits, or nobody but its writer; what is shown can still be taken away. */
export function JudgeComment({ comment: { commentId, state } }: { comment: DeskComment }) {
  const params = { commentId };
  const pass = useMutation({
    mutationFn: () => call(discussionDeskRoutes.passComment, { params }),
    onSuccess: refreshComments,
  });
  const refuse = useMutation({
    mutationFn: (reason: string) => call(discussionDeskRoutes.refuseComment, { params, body: { reason } }),
    onSuccess: refreshComments,
  });
  return (
    <>
      <FailureNotice error={pass.error} />
      <div className="actions row-acts">
        {state === 'WAITING' && (
          <Button type="primary" loading={pass.isPending} onClick={() => pass.mutate()}>
            通过并展示
          </Button>
        )}
        <AskReason
          act={state === 'WAITING' ? '不予展示' : '撤下'}
          title="为什么不展示"
          label="原因（只有写的人看得到）"
          isPending={refuse.isPending}
          error={refuse.error}
          onReason={(reason) => refuse.mutate(reason)}
        >
          <p>例如：课程下面不谈个股，可以换个说法再发。请写得让对方明白怎样改。</p>
        </AskReason>
      </div>
    </>
  );
}
