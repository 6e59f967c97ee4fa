import type { ComplaintDetail } from '@siyu/shared/contracts/care-desk';
import {
  complaintActNames,
  complaintCategoryNames,
  complaintChannelNames,
  complaintOutcomeNames,
  toldByNames,
} from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { DueMark } from '../care/due-mark.tsx';
import { StepList } from '../care/step-list.tsx';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { FailureState } from '../list/failure-state.tsx';
import { Facts } from '../list/facts.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { ComplaintActs } from './complaint-acts.tsx';
import { ComplaintChip } from './complaint-columns.tsx';
import { ComplaintPictures } from './complaint-pictures.tsx';
import { complaintQuery } from './complaint-queries.ts';

interface ComplaintDrawerProps {
  readonly complaintId: string | null;
  readonly onClose: () => void;
}

/** One complaint in full: what was said, what was done, what can be done now. */
export function ComplaintDrawer({ complaintId, onClose }: ComplaintDrawerProps) {
  return (
    <RowDrawer isOpen={complaintId !== null} onClose={onClose} width={680} title="投诉">
      {complaintId !== null && <Opened key={complaintId} complaintId={complaintId} />}
    </RowDrawer>
  );
}

function Opened({ complaintId }: { complaintId: string }) {
  const found = useQuery(complaintQuery(complaintId));
  if (!found.data)
    return found.error ? (
      <FailureState error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <ListSkeleton />
    );
  const detail = found.data;
  return (
    <>
      <ComplaintChip state={detail.row.state} />
      {detail.isRestricted && (
        <div className="notice" role="status">
          客户已注销账号，这件投诉依法留存，只供合规查阅。
        </div>
      )}
      <p className="say">{detail.text ?? '内容已限制查阅。'}</p>
      <Facts facts={factsOf(detail)} />
      <ComplaintPictures complaintId={complaintId} pictureIds={detail.pictureIds} />
      <ComplaintActs detail={detail} />
      <StepList steps={detail.steps} nameOf={({ act }) => complaintActNames[act]} />
    </>
  );
}

function factsOf(detail: ComplaintDetail) {
  const { row, complainant, tradingPlan, isTradingPlanWithheld, outcome, toldBy, closableFrom } = detail;
  const { complaintNo, channel, category, client, branchName, ownerName, registeredAt, dueOn, due } = row;
  const when = (isShown: boolean, name: string, value: string): readonly (readonly [string, string])[] =>
    isShown ? [[name, value]] : [];
  return [
    ['编号', complaintNo],
    ['渠道', complaintChannelNames[channel]],
    ['关于', complaintCategoryNames[category]],
    ['客户', client === null ? '没有登记' : `${client.displayName}（${client.memberId}）`],
    ...when(complainant !== null, '投诉人', complainant ?? ''),
    ['营业部', branchName ?? '总部'],
    ['登记时间', formatInstant(registeredAt)],
    ['期限', <DueMark key="due" dueOn={dueOn} due={due} />],
    ['承办人', ownerName ?? '还没有'],
    ...when(tradingPlan !== null, '交易打算', tradingPlan ?? ''),
    ...when(isTradingPlanWithheld, '交易打算', '只有承办人和合规可以看'),
    ...when(outcome !== null, '结论', outcome === null ? '' : complaintOutcomeNames[outcome]),
    ...when(toldBy !== null, '告知方式', toldBy === null ? '' : toldByNames[toldBy]),
    ...when(
      closableFrom !== null,
      '办结',
      `客户认可就办结；没有回音的，${formatCivilDay(closableFrom ?? '2026-01-01')}起可以办结`,
    ),
  ] as const;
}
