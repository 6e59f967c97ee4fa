import type { PlatformSendRow } from '@siyu/shared/contracts/platform-sends';
import {
  RESOLUTIONS,
  RESOLVE_REASON_MAX,
  RESOLVE_REASON_MIN,
  type Resolution,
} from '@siyu/shared/contracts/platform-sends.limits';
import { platformSendsRoutes } from '@siyu/shared/contracts/platform-sends.routes';
import { resolutionNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

/** Says what became of a message nobody knew the end of, once and with a reason. */
export function ResolveSend({ send: { sendId } }: { send: PlatformSendRow }) {
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [state, setState] = useState<Resolution | null>(null);
  const [reason, setReason] = useState('');
  const resolve = useMutation({
    mutationFn: (body: { readonly state: Resolution; readonly reason: string }) =>
      call(platformSendsRoutes.resolveSend, { params: { sendId }, body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['sends'] }),
  });
  const words = reason.trim();
  return (
    <div className="actions">
      <Button type="primary" loading={resolve.isPending} onClick={() => setIsAsking(true)}>
        核定结果
      </Button>
      <FailureNotice error={resolve.error} />
      <Modal
        open={isAsking}
        title="核定这条发送的结果"
        okText="确认核定"
        okButtonProps={{ disabled: state === null || words.length < RESOLVE_REASON_MIN }}
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          if (state === null) return;
          setIsAsking(false);
          resolve.mutate({ state, reason: words });
        }}
      >
        <div className="ask-reason">
          <p>请先向对方或在平台后台核对。核定之后不能更改，系统也不会重发这条消息。</p>
          <Radio.Group
            aria-label="核对的结果"
            value={state}
            options={RESOLUTIONS.map((value) => ({ value, label: resolutionNames[value] }))}
            onChange={(event) => setState(RESOLUTIONS.find((each) => each === event.target.value) ?? null)}
          />
          <label htmlFor={id}>怎么核对的（记入留痕，至少 {RESOLVE_REASON_MIN} 个字）</label>
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={RESOLVE_REASON_MAX}
            showCount
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </Modal>
    </div>
  );
}
