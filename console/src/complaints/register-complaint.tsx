import type { RegisterComplaint as Told } from '@siyu/shared/contracts/care-desk';
import {
  COMPLAINANT_MAX,
  COMPLAINT_CATEGORIES,
  COMPLAINT_TEXT_MAX,
  INTAKE_CHANNELS,
  TRADING_PLAN_MAX,
} from '@siyu/shared/contracts/care.limits';
import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { complaintCategoryNames, complaintChannelNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeComplaint } from './complaint-queries.ts';

interface RegisterComplaintProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onRegistered: (complaintId: string) => void;
}
type Draft = Required<Told>;

const BLANK: Draft = {
  channel: 'PHONE',
  category: 'SERVICE',
  memberId: '',
  complainant: '',
  text: '',
  tradingPlan: '',
};
const ID = /^[0-9a-f-]{36}$/i;
const orNull = (text: string | null | undefined): string | null => (text?.trim() ? text.trim() : null);

/** Takes down what somebody said on the telephone, at the counter or to the regulator. */
export function RegisterComplaint({ isOpen, onClose, onRegistered }: RegisterComplaintProps) {
  const [draft, setDraft] = useState(BLANK);
  const [key, setKey] = useState(newRequestKey);
  const register = useMutation({
    mutationFn: () => {
      const { memberId, complainant, tradingPlan, text } = draft;
      const body = {
        ...draft,
        text: text.trim(),
        memberId: orNull(memberId),
        complainant: orNull(complainant),
        tradingPlan: orNull(tradingPlan),
      };
      return callOnce(careDeskRoutes.registerComplaint, { body }, key);
    },
    onSuccess: (detail) => {
      takeComplaint(detail);
      onRegistered(detail.row.complaintId);
    },
  });
  const change = (next: Partial<Draft>) => {
    setDraft({ ...draft, ...next });
    // Another complaint is sent under another key.
    setKey(newRequestKey());
  };
  const memberId = orNull(draft.memberId);
  const hasWho = memberId === null ? orNull(draft.complainant) !== null : ID.test(memberId);
  return (
    <Modal
      open={isOpen}
      title="登记投诉"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: !hasWho || draft.text.trim() === '', loading: register.isPending }}
      onOk={() => register.mutate()}
      onCancel={onClose}
      afterClose={() => {
        setDraft(BLANK);
        setKey(newRequestKey());
        register.reset();
      }}
    >
      <div className="own-form">
        <div>
          <label htmlFor="complaint-channel">渠道</label>
          <Select
            id="complaint-channel"
            className="full"
            value={draft.channel}
            options={INTAKE_CHANNELS.map((value) => ({ value, label: complaintChannelNames[value] }))}
            onChange={(channel) => change({ channel })}
          />
        </div>
        <div>
          <label htmlFor="complaint-category">关于</label>
          <Select
            id="complaint-category"
            className="full"
            value={draft.category}
            options={COMPLAINT_CATEGORIES.map((value) => ({ value, label: complaintCategoryNames[value] }))}
            onChange={(category) => change({ category })}
          />
        </div>
        <div>
          <label htmlFor="complaint-member">客户编号（有小程序账号的填）</label>
          <Input
            id="complaint-member"
            autoComplete="off"
            maxLength={36}
            value={draft.memberId ?? ''}
            onChange={(event) => change({ memberId: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor="complaint-complainant">投诉人的姓名和电话（没有账号的填）</label>
          <Input
            id="complaint-complainant"
            autoComplete="off"
            maxLength={COMPLAINANT_MAX}
            value={draft.complainant ?? ''}
            onChange={(event) => change({ complainant: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor="complaint-text">投诉的内容</label>
          <Input.TextArea
            id="complaint-text"
            rows={4}
            maxLength={COMPLAINT_TEXT_MAX}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        </div>
        <div>
          <label htmlFor="complaint-plan">客户谈到的交易打算（可以不填，只有承办人和合规看得到）</label>
          <Input
            id="complaint-plan"
            autoComplete="off"
            maxLength={TRADING_PLAN_MAX}
            value={draft.tradingPlan ?? ''}
            onChange={(event) => change({ tradingPlan: event.target.value })}
          />
        </div>
        <FailureNotice error={register.error} />
      </div>
    </Modal>
  );
}
