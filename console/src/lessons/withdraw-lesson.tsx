import type { LessonRow } from '@siyu/shared/contracts/content';
import { CORRECTION_MAX, CORRECTION_MIN, WITHDRAWAL_REASON_MAX } from '@siyu/shared/contracts/content.limits';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { call } from '../api/call.ts';
import { queryClient } from '../api/query-client.ts';
import { FailureNotice } from '../list/failure-notice.tsx';

/** Takes what members read now away from them, and says what its readers are told. */
export function WithdrawLesson({ row }: { row: LessonRow }) {
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [correction, setCorrection] = useState('');
  const withdraw = useMutation({
    mutationFn: () =>
      call(contentRoutes.withdrawLesson, {
        params: { lessonId: row.lessonId },
        body: { reason: reason.trim(), correction: correction.trim() },
      }),
    onSuccess: async () => {
      setIsAsking(false);
      await queryClient.invalidateQueries({ queryKey: ['lessons'] });
    },
  });
  return (
    <>
      <Button danger onClick={() => setIsAsking(true)}>
        撤下
      </Button>
      <Modal
        open={isAsking}
        title={`撤下《${row.title}》`}
        okText="确认撤下"
        okButtonProps={{
          danger: true,
          disabled: reason.trim().length < 2 || correction.trim().length < CORRECTION_MIN,
          loading: withdraw.isPending,
        }}
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => withdraw.mutate()}
      >
        <div className="own-form">
          <p className="note">
            马上从首页、学堂、群页面和转发的页面撤下；每位读过的客户都会在应用里收到更正说明，不占营销次数。
            {row.kind === 'poster' && '已经保存到手机、转到群里的图片收不回来，需要另行说明。'}
          </p>
          <div>
            <label htmlFor={`${id}-reason`}>撤下的原因（只给同事看）</label>
            <Input
              id={`${id}-reason`}
              maxLength={WITHDRAWAL_REASON_MAX}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <div>
            <label htmlFor={`${id}-correction`}>更正说明（给读过的客户看）</label>
            <Input.TextArea
              id={`${id}-correction`}
              rows={4}
              maxLength={CORRECTION_MAX}
              showCount
              placeholder="例如：第二段的费率写错了，正确的是每年百分之零点五，以基金合同为准。"
              value={correction}
              onChange={(event) => setCorrection(event.target.value)}
            />
          </div>
          <FailureNotice error={withdraw.error} />
        </div>
      </Modal>
    </>
  );
}
