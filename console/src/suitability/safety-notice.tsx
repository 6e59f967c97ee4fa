import type { CalledContact } from '@siyu/shared/contracts/elder';
import { SAFETY_REASONS, SAFETY_TEXT_MAX, type SafetyReason } from '@siyu/shared/contracts/elder.limits';
import { elderRoutes } from '@siyu/shared/contracts/elder.routes';
import { safetyReasonNames, trustedRelationNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { callOnce } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { Facts } from '../list/facts.tsx';
import { refreshInvestorCare } from './suitability-queries.ts';

/** Whom to call for a member's safety: shown once somebody has written down why. */
export function SafetyNotice({ memberId }: { memberId: string }) {
  const id = useId();
  const [key] = useState(newRequestKey);
  const [reason, setReason] = useState<SafetyReason | null>(null);
  const [text, setText] = useState('');
  const [contact, setContact] = useState<CalledContact | null>(null);
  const raise = useMutation({
    mutationFn: (told: SafetyReason) =>
      callOnce(
        elderRoutes.raiseSafetyNotice,
        { params: { memberId }, body: { reason: told, text: text.trim() } },
        key,
      ),
    onSuccess: (called) => {
      setContact(called);
      void refreshInvestorCare();
    },
  });
  if (contact !== null)
    return (
      <section aria-label="安全联系人">
        <h2>安全联系人</h2>
        <Facts
          facts={[
            ['姓名', contact.name],
            ['与客户的关系', trustedRelationNames[contact.relation]],
            ['电话', contact.phone],
          ]}
        />
        <p className="note">只谈客户的安全，不介绍产品，不透露资产。这次查看已记入留痕，客户也看得到。</p>
      </section>
    );
  return (
    <div className="own-form">
      <h2>联系安全联系人</h2>
      <p className="note">只为客户的安全使用。写明原因后才显示联系方式；客户看得到何时、为什么联系过。</p>
      <Radio.Group
        aria-label="为什么联系"
        value={reason}
        options={SAFETY_REASONS.map((value) => ({ value, label: safetyReasonNames[value] }))}
        onChange={(event) => setReason(SAFETY_REASONS.find((each) => each === event.target.value) ?? null)}
      />
      <div className="ask-reason">
        <label htmlFor={id}>发生了什么（记入档案）</label>
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={SAFETY_TEXT_MAX}
          showCount
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <FailureNotice error={raise.error} />
      <div className="actions">
        <Button
          type="primary"
          disabled={reason === null || text.trim().length < 2}
          loading={raise.isPending}
          onClick={() => {
            if (reason !== null) raise.mutate(reason);
          }}
        >
          记录并显示联系方式
        </Button>
      </div>
    </div>
  );
}
