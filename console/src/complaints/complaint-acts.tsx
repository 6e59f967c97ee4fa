import type { ComplaintDetail, TakeComplaintStep } from '@siyu/shared/contracts/care-desk';
import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { Assign } from '../care/assign.tsx';
import { AskReason } from '../list/ask-reason.tsx';
import { AnswerComplaint } from './answer-complaint.tsx';
import { refreshComplaint, takeComplaint } from './complaint-queries.ts';

/** What the reader may do with a complaint now; the server decides again. */
export function ComplaintActs({ detail }: { detail: ComplaintDetail }) {
  const { acts, nextStepNo: stepNo, hasAppealed, row } = detail;
  const { complaintId, ownerName } = row;
  const take = useMutation({
    mutationFn: (step: TakeComplaintStep) =>
      call(careDeskRoutes.takeComplaintStep, { params: { complaintId }, body: step }),
    onSuccess: takeComplaint,
    onError: () => void refreshComplaint(complaintId),
  });
  if (acts.length === 0) return null;
  const shared = (act: TakeComplaintStep['act']) => ({
    isPending: take.isPending && take.variables.act === act,
    error: take.variables?.act === act ? take.error : null,
  });
  return (
    <div className="row-acts">
      {acts.includes('ANSWER') && (
        <AnswerComplaint
          isFinal={hasAppealed}
          {...shared('ANSWER')}
          onAnswer={(answer) => take.mutate({ act: 'ANSWER', stepNo, ...answer })}
        />
      )}
      <div className="actions">
        {acts.includes('ASSIGN') && (
          <Assign
            of="complaint"
            subjectId={complaintId}
            isFirst={ownerName === null}
            {...shared('ASSIGN')}
            onAssign={(ownerId) => take.mutate({ act: 'ASSIGN', stepNo, ownerId })}
          >
            <p className="note">
              服务这位客户的投资顾问和客户经理不能承办
              {hasAppealed ? '；申诉也不能给原来答复的同事。' : '。'}
            </p>
          </Assign>
        )}
        {acts.includes('NOTE') && (
          <AskReason
            act="记录进展"
            title="有什么进展"
            label="进展（记入经过，不给客户看）"
            {...shared('NOTE')}
            onReason={(text) => take.mutate({ act: 'NOTE', stepNo, text })}
          >
            <p>例如：已联系营业部核实、已调取通话录音。客户的交易打算不要写在这里。</p>
          </AskReason>
        )}
        {acts.includes('APPEAL') && (
          <AskReason
            act="登记申诉"
            title="客户为什么不满意"
            label="申诉的理由"
            {...shared('APPEAL')}
            onReason={(text) => take.mutate({ act: 'APPEAL', stepNo, text })}
          >
            <p>
              客户可以在小程序里自己申诉；打电话或到营业部来说的，在这里登记。只能申诉一次，由另一位同事复核。
            </p>
          </AskReason>
        )}
        {acts.includes('CLOSE') && (
          <AskReason
            act="办结"
            title="办结这件投诉"
            label="办结的依据"
            {...shared('CLOSE')}
            onReason={(text) => take.mutate({ act: 'CLOSE', stepNo, text })}
          >
            <p>申诉期限已过，客户没有提出申诉。办结后不能再改。</p>
          </AskReason>
        )}
      </div>
    </div>
  );
}
