import { MINOR_REASON_MAX, MINOR_REASON_MIN } from '@siyu/shared/contracts/identity.limits';
import { memberLinksRoutes } from '@siyu/shared/contracts/member-links.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

interface MinorClosingProps {
  readonly memberId: string;
  readonly name: string;
}

/** Somebody turned out to be under age: compliance closes the account and says why (REQ-PI-9). */
export function MinorClosing({ memberId, name }: MinorClosingProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const navigate = useNavigate();
  const close = useMutation({
    mutationFn: () =>
      call(memberLinksRoutes.closeMinor, { params: { memberId }, body: { reason: reason.trim() } }),
    onSuccess: async () => {
      // Nothing is asked again from here: this page would ask for somebody who is gone. The list asks when it opens.
      await queryClient.invalidateQueries({ queryKey: ['members'], refetchType: 'none' });
      await navigate('/members');
    },
  });
  return (
    <>
      <Button danger loading={close.isPending} onClick={() => setIsAsking(true)}>
        未成年，注销账号
      </Button>
      <FailureNotice error={close.error} />
      <Modal
        open={isAsking}
        title={`按未成年注销：${name}`}
        okText="确认注销"
        okButtonProps={{ danger: true, disabled: reason.trim().length < MINOR_REASON_MIN }}
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          close.mutate();
        }}
      >
        <p>
          本服务只向年满18周岁的成年人提供。确认后账号立即注销，不能恢复：能删除的信息都会删除，依法要留的业务记录只保存、不使用。您的姓名和原因记入留痕。
        </p>
        <label htmlFor="minor-reason">怎样得知客户未成年</label>
        <Input.TextArea
          id="minor-reason"
          rows={2}
          maxLength={MINOR_REASON_MAX}
          showCount
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Modal>
    </>
  );
}
