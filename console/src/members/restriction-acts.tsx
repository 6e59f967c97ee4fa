import type { MemberPanorama } from '@siyu/shared/contracts/panorama';
import { RESTRICTION_REASONS, type RestrictionReason } from '@siyu/shared/contracts/identity.limits';
import { memberLinksRoutes } from '@siyu/shared/contracts/member-links.routes';
import { restrictionReasonNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { MinorClosing } from './minor-closing.tsx';

const refresh = () => queryClient.invalidateQueries({ queryKey: ['members'] });

interface RestrictionActsProps {
  readonly memberId: string;
  readonly name: string;
  readonly restriction: MemberPanorama['restriction'];
}

/** Compliance decides whether the data of a member is used at all; sent twice either decision has no second effect. */
export function RestrictionActs({ memberId, name, restriction }: RestrictionActsProps) {
  if (!useStaff().roles.includes('compliance')) return null;
  return (
    <>
      {restriction === null ? (
        <Restrict memberId={memberId} name={name} />
      ) : (
        <Lift memberId={memberId} name={name} reason={restriction.reason} />
      )}
      <MinorClosing memberId={memberId} name={name} />
    </>
  );
}

function Restrict({ memberId, name }: Pick<RestrictionActsProps, 'memberId' | 'name'>) {
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState<RestrictionReason | null>(null);
  const restrict = useMutation({
    mutationFn: (chosen: RestrictionReason) =>
      call(memberLinksRoutes.restrictMember, { params: { memberId }, body: { reason: chosen } }),
    onSettled: refresh,
  });
  return (
    <>
      <p className="note">信息现在没有限制处理，按客户的授权使用。</p>
      <Button danger loading={restrict.isPending} onClick={() => setIsAsking(true)}>
        限制处理
      </Button>
      <FailureNotice error={restrict.error} />
      <Modal
        open={isAsking}
        title={`限制处理：${name}`}
        okText="确认限制"
        okButtonProps={{ danger: true, disabled: reason === null }}
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          if (reason !== null) restrict.mutate(reason);
        }}
      >
        <p>限制后信息只保存、不使用：不再评分、不进客群、首页不再推荐。依法要留的记录仍在，随时可以解除。</p>
        <Radio.Group
          aria-label="限制的原因"
          value={reason}
          options={RESTRICTION_REASONS.map((value) => ({ value, label: restrictionReasonNames[value] }))}
          onChange={(event) =>
            setReason(RESTRICTION_REASONS.find((each) => each === event.target.value) ?? null)
          }
        />
      </Modal>
    </>
  );
}

interface LiftProps extends Pick<RestrictionActsProps, 'memberId' | 'name'> {
  readonly reason: RestrictionReason;
}

function Lift({ memberId, name, reason }: LiftProps) {
  const [isAsking, setIsAsking] = useState(false);
  const lift = useMutation({
    mutationFn: () => call(memberLinksRoutes.liftRestriction, { params: { memberId } }),
    onSettled: refresh,
  });
  return (
    <>
      <Button loading={lift.isPending} onClick={() => setIsAsking(true)}>
        解除限制
      </Button>
      <FailureNotice error={lift.error} />
      <Modal
        open={isAsking}
        title={`解除限制：${name}`}
        okText="确认解除"
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          lift.mutate();
        }}
      >
        限制的原因是「{restrictionReasonNames[reason]}
        」。解除后，客户自己的授权决定重新有效，评分和客群在下一轮恢复。
      </Modal>
    </>
  );
}
