import type { HeldEntitlement } from '@siyu/shared/contracts/entitlements';
import { entitlementsRoutes } from '@siyu/shared/contracts/entitlements.routes';
import { catalogueKindNames, entitlementStandingNames } from '@siyu/shared/messages';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';

/** Not asked for again by itself: every look is on record. */
const heldQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['members', 'entitlements', memberId],
    queryFn: ({ signal }) => call(entitlementsRoutes.listOfMember, { params: { memberId } }, signal),
    refetchOnWindowFocus: false,
  });

/** What the member holds; whoever serves them marks a voucher as honoured here. */
export function MemberEntitlements({ memberId }: { memberId: string }) {
  const list = useQuery(heldQuery(memberId));
  const canUse = useStaff().roles.some((role) => role !== 'compliance');
  if (list.error) return <FailureState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <ListSkeleton rows={2} />;
  const { entitlements } = list.data;
  if (entitlements.length === 0)
    return <p className="note">还没有权益。客户用积分兑换或得到谢礼后，会出现在这里。</p>;
  return (
    <ul className="placements">
      {entitlements.map((held) => (
        <li key={held.entitlementId}>
          <Held held={held} />
          {canUse && held.canBeUsed && <UseVoucher held={held} memberId={memberId} />}
        </li>
      ))}
    </ul>
  );
}

function Held({ held }: { held: HeldEntitlement }) {
  const { title, kind, standing, grantedAt, expiresAt, endedAt, usedByName } = held;
  return (
    <>
      <div>
        {title}{' '}
        <span className={`chip ${standing === 'GRANTED' ? 'chip-success' : 'chip-quiet'}`}>
          {entitlementStandingNames[standing]}
        </span>
      </div>
      <div className="note">
        {catalogueKindNames[kind]} · {formatInstant(grantedAt)} 得到
        {expiresAt !== null && standing === 'GRANTED' && ` · ${formatInstant(expiresAt)} 到期`}
        {endedAt !== null && ` · ${formatInstant(endedAt)} ${entitlementStandingNames[standing]}`}
        {usedByName !== null && `，${usedByName}核销`}
      </div>
    </>
  );
}

function UseVoucher({ held, memberId }: { held: HeldEntitlement; memberId: string }) {
  const { entitlementId, title } = held;
  const [isAsking, setIsAsking] = useState(false);
  const use = useMutation({
    mutationFn: () => call(entitlementsRoutes.useVoucher, { params: { entitlementId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['members', 'entitlements', memberId] }),
  });
  return (
    <>
      <Button loading={use.isPending} onClick={() => setIsAsking(true)}>
        核销
      </Button>
      <FailureNotice error={use.error} />
      <Modal
        open={isAsking}
        title={`核销「${title}」`}
        okText="确认核销"
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          use.mutate();
        }}
      >
        服务已经完成时再核销，核销后不能撤回。
      </Modal>
    </>
  );
}
