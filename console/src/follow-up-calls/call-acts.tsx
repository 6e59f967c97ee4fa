import type { CallDetail, TakeCallStep } from '@siyu/shared/contracts/care-desk';
import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { Assign } from '../care/assign.tsx';
import { AskReason } from '../list/ask-reason.tsx';
import { refreshCall, takeCall } from './call-queries.ts';
import { RecordCall } from './record-call.tsx';

/** What the reader may do with a call now; the server decides again. */
export function CallActs({ detail }: { detail: CallDetail }) {
  const { acts, nextStepNo: stepNo, row } = detail;
  const { callId, ownerName } = row;
  const take = useMutation({
    mutationFn: (step: TakeCallStep) => call(careDeskRoutes.takeCallStep, { params: { callId }, body: step }),
    onSuccess: (done) => {
      takeCall(done);
      if (done.complaintId !== null) void queryClient.invalidateQueries({ queryKey: ['complaints'] });
    },
    onError: () => void refreshCall(callId),
  });
  if (acts.length === 0) return null;
  const shared = (act: TakeCallStep['act']) => ({
    isPending: take.isPending && take.variables.act === act,
    error: take.variables?.act === act ? take.error : null,
  });
  return (
    <div className="row-acts">
      {acts.includes('RECORD') && (
        <RecordCall
          {...shared('RECORD')}
          onRecord={(result) => take.mutate({ act: 'RECORD', stepNo, ...result })}
        />
      )}
      <div className="actions">
        {acts.includes('ASSIGN') && (
          <Assign
            of="call"
            subjectId={callId}
            isFirst={ownerName === null}
            {...shared('ASSIGN')}
            onAssign={(ownerId) => take.mutate({ act: 'ASSIGN', stepNo, ownerId })}
          >
            <p className="note">
              服务这位客户的投资顾问和客户经理不能回访；以后由回访人来服务时，会自动退回待分派。
            </p>
          </Assign>
        )}
        {acts.includes('CANCEL') && (
          <AskReason
            act="取消回访"
            title="为什么不用回访了"
            label="原因（记入经过）"
            {...shared('CANCEL')}
            onReason={(text) => take.mutate({ act: 'CANCEL', stepNo, text })}
          >
            <p>例如：重复安排、客户明确表示不愿意接听。</p>
          </AskReason>
        )}
      </div>
    </div>
  );
}
