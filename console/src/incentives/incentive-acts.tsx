import type { IncentiveDetail } from '@siyu/shared/contracts/incentive-rules';
import type { IncentiveMove } from '@siyu/shared/contracts/incentive-rules.limits';
import { incentiveActNames } from '@siyu/shared/messages';
import { Button } from 'antd';
import { AskReason } from '../list/ask-reason.tsx';
import type { IncentiveActsState } from './use-incentive-acts.ts';

interface IncentiveActsProps {
  readonly detail: IncentiveDetail;
  readonly acts: IncentiveActsState;
}

/** What follows from each move. */
const FOLLOWS = {
  PAUSE: '马上不再送出，已经送的不变。恢复以后才发生的事照样送。',
  RESUME: '马上按通过复核的版本继续送。',
  RETIRE: '马上不再送出，也不能再修改和恢复。已经送的和记录都保留。',
} as const satisfies Record<IncentiveMove, string>;
const MOVES: readonly IncentiveMove[] = ['RETIRE', 'PAUSE', 'RESUME'];

/** What the reader may do with a rule now; the server decides again. */
export function IncentiveActs({ detail, acts: { submit, move } }: IncentiveActsProps) {
  const { mayDo, name } = detail;
  return (
    <div className="actions">
      {MOVES.filter((act) => mayDo.includes(act)).map((act) => (
        <AskReason
          key={act}
          act={incentiveActNames[act]}
          title={`${incentiveActNames[act]}「${name}」`}
          label="原因（至少 4 个字）"
          isPending={move.isPending && move.variables.act === act}
          error={move.variables?.act === act ? move.error : null}
          onReason={(reason) => move.mutate({ act, reason })}
        >
          <p>{FOLLOWS[act]}</p>
        </AskReason>
      ))}
      {mayDo.includes('SUBMIT') && (
        <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
          提交复核
        </Button>
      )}
    </div>
  );
}
