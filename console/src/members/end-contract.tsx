import type { AdvisoryContract } from '@siyu/shared/contracts/advisory';
import { CONTRACT_END_REASON_MAX } from '@siyu/shared/contracts/advisory.limits';
import { advisoryRoutes } from '@siyu/shared/contracts/advisory.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

interface EndContractProps {
  readonly contract: AdvisoryContract;
  readonly onEnded: () => void;
}

/** Ends a contract before its last day; from then on the member gets no advice under it. */
export function EndContract({ contract: { contractId, contractNo }, onEnded }: EndContractProps) {
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const end = useMutation({
    mutationFn: () =>
      call(advisoryRoutes.endContract, { params: { contractId }, body: { reason: reason.trim() } }),
    onSettled: onEnded,
  });
  return (
    <>
      <Button size="small" loading={end.isPending} onClick={() => setIsAsking(true)}>
        终止合约
      </Button>
      <FailureNotice error={end.error} />
      <Modal
        open={isAsking}
        title={`终止合约 ${contractNo}`}
        okText="确认终止"
        okButtonProps={{ danger: true, disabled: reason.trim().length < 2 }}
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          end.mutate();
        }}
      >
        <div className="own-form">
          <div>
            <label htmlFor={id}>终止的原因</label>
            <Input
              id={id}
              maxLength={CONTRACT_END_REASON_MAX}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <p className="note">终止后马上生效：建议类内容不再展示给这位客户，也不能恢复。</p>
        </div>
      </Modal>
    </>
  );
}
