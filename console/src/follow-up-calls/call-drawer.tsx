import type { CallDetail } from '@siyu/shared/contracts/care-desk';
import { callActNames, callOutcomeNames, callReasonNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { complaintsPage } from '../app/pages.ts';
import { DueMark } from '../care/due-mark.tsx';
import { StepList } from '../care/step-list.tsx';
import { formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { Facts } from '../list/facts.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { CallActs } from './call-acts.tsx';
import { CallChip } from './call-columns.tsx';
import { callQuery } from './call-queries.ts';

interface CallDrawerProps {
  readonly callId: string | null;
  readonly onClose: () => void;
}

/** One follow-up call: why, by whom, and what came of it. */
export function CallDrawer({ callId, onClose }: CallDrawerProps) {
  return (
    <RowDrawer isOpen={callId !== null} onClose={onClose} width={680} title="回访">
      {callId !== null && <Opened key={callId} callId={callId} />}
    </RowDrawer>
  );
}

function Opened({ callId }: { callId: string }) {
  const found = useQuery(callQuery(callId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton />
    );
  const detail = found.data;
  return (
    <>
      <CallChip state={detail.row.state} />
      {detail.isRestricted && (
        <div className="notice" role="status">
          客户已注销账号，这次回访依法留存，只供合规查阅。
        </div>
      )}
      <Facts facts={factsOf(detail)} />
      {detail.complaintId !== null && (
        <p>
          发现的问题已登记为投诉：
          <Link to={`${complaintsPage.path}?open=${detail.complaintId}`}>打开投诉</Link>
        </p>
      )}
      <CallActs detail={detail} />
      <StepList steps={detail.steps} nameOf={({ act }) => callActNames[act]} />
    </>
  );
}

function factsOf({ row, note, tradingPlan, isTradingPlanWithheld }: CallDetail) {
  const { client, branchName, reason, ownerName, orderedAt, dueOn, due, outcome } = row;
  const when = (isShown: boolean, name: string, value: string): readonly (readonly [string, string])[] =>
    isShown ? [[name, value]] : [];
  return [
    ['客户', client === null ? '已注销' : `${client.displayName}（${client.memberId}）`],
    ['营业部', branchName ?? '总部'],
    ['为什么回访', callReasonNames[reason]],
    ...when(note !== null, '要问什么', note ?? ''),
    ['安排时间', formatInstant(orderedAt)],
    ['期限', <DueMark key="due" dueOn={dueOn} due={due} />],
    ['回访人', ownerName ?? '还没有'],
    ...when(outcome !== null, '结果', outcome === null ? '' : callOutcomeNames[outcome]),
    ...when(tradingPlan !== null, '交易打算', tradingPlan ?? ''),
    ...when(isTradingPlanWithheld, '交易打算', '只有回访人和合规可以看'),
  ] as const;
}
