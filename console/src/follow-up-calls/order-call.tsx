import { CALL_REASONS, STEP_TEXT_MAX, type CallReason } from '@siyu/shared/contracts/care.limits';
import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { callReasonNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { DayField } from '../list/day-field.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeCall } from './call-queries.ts';

interface OrderCallProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onOrdered: (callId: string) => void;
}
interface Draft {
  readonly memberId: string;
  readonly reason: CallReason;
  readonly note: string;
  readonly dueOn: string;
}

const BLANK: Draft = { memberId: '', reason: 'SERVICE_CHECK', note: '', dueOn: '' };
const ID = /^[0-9a-f-]{36}$/i;

/** Orders a call to a client. */
export function OrderCall({ isOpen, onClose, onOrdered }: OrderCallProps) {
  const [draft, setDraft] = useState(BLANK);
  const [key, setKey] = useState(newRequestKey);
  const order = useMutation({
    mutationFn: () => {
      const { memberId, reason, note, dueOn } = draft;
      const body = {
        memberId: memberId.trim(),
        reason,
        note: note.trim(),
        dueOn: dueOn === '' ? null : dueOn,
      };
      return callOnce(careDeskRoutes.orderCall, { body }, key);
    },
    onSuccess: (detail) => {
      takeCall(detail);
      onOrdered(detail.row.callId);
    },
  });
  const change = (next: Partial<Draft>) => {
    setDraft({ ...draft, ...next });
    // Another call is ordered under another key.
    setKey(newRequestKey());
  };
  return (
    <Modal
      open={isOpen}
      title="安排回访"
      okText="安排"
      cancelText="取消"
      okButtonProps={{ disabled: !ID.test(draft.memberId.trim()), loading: order.isPending }}
      onOk={() => order.mutate()}
      onCancel={onClose}
      afterClose={() => {
        setDraft(BLANK);
        setKey(newRequestKey());
        order.reset();
      }}
    >
      <div className="own-form">
        <div>
          <label htmlFor="call-member">客户编号</label>
          <Input
            id="call-member"
            autoComplete="off"
            maxLength={36}
            value={draft.memberId}
            onChange={(event) => change({ memberId: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor="call-reason">为什么回访</label>
          <Select
            id="call-reason"
            className="full"
            value={draft.reason}
            options={CALL_REASONS.map((value) => ({ value, label: callReasonNames[value] }))}
            onChange={(reason) => change({ reason })}
          />
        </div>
        <div>
          <label htmlFor="call-note">要问什么（可以不填）</label>
          <Input.TextArea
            id="call-note"
            rows={3}
            maxLength={STEP_TEXT_MAX}
            value={draft.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor="call-due">最晚哪一天（不填则按公司期限）</label>
          <DayField id="call-due" value={draft.dueOn} onChange={(dueOn) => change({ dueOn })} />
        </div>
        <FailureNotice error={order.error} />
      </div>
    </Modal>
  );
}
