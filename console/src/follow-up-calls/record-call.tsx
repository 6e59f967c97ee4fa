import {
  CALL_OUTCOMES,
  COMPLAINT_CATEGORIES,
  STEP_TEXT_MAX,
  TRADING_PLAN_MAX,
  type CallOutcome,
  type ComplaintCategory,
} from '@siyu/shared/contracts/care.limits';
import { callOutcomeNames, complaintCategoryNames } from '@siyu/shared/messages';
import { Button, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { FailureNotice } from '../list/failure-notice.tsx';

interface Result {
  readonly outcome: CallOutcome;
  readonly text: string;
  readonly tradingPlan: string | null;
  readonly complaintCategory: ComplaintCategory | null;
}
interface RecordCallProps {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onRecord: (result: Result) => void;
}

/** What came of a call, written down once; what was found wrong can become a complaint with it. */
export function RecordCall({ isPending, error, onRecord }: RecordCallProps) {
  const [textId, planId, complaintId] = [useId(), useId(), useId()];
  const [outcome, setOutcome] = useState<CallOutcome | null>(null);
  const [text, setText] = useState('');
  const [plan, setPlan] = useState('');
  const [category, setCategory] = useState<ComplaintCategory | null>(null);
  const isWrong = outcome === 'FOUND_WRONG';
  return (
    <div className="own-form">
      <h2>记录结果</h2>
      <Radio.Group
        aria-label="回访结果"
        value={outcome}
        options={CALL_OUTCOMES.map((value) => ({ value, label: callOutcomeNames[value] }))}
        onChange={(event) => setOutcome(CALL_OUTCOMES.find((each) => each === event.target.value) ?? null)}
      />
      <div className="ask-reason">
        <label htmlFor={textId}>客户怎么说（只能记录一次，不能再改）</label>
        <Input.TextArea
          id={textId}
          rows={3}
          maxLength={STEP_TEXT_MAX}
          showCount
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div>
        <label htmlFor={planId}>客户谈到的交易打算（可以不填，只有您和合规看得到）</label>
        <Input
          id={planId}
          autoComplete="off"
          maxLength={TRADING_PLAN_MAX}
          value={plan}
          onChange={(event) => setPlan(event.target.value)}
        />
      </div>
      {isWrong && (
        <div>
          <label htmlFor={complaintId}>同时登记为投诉</label>
          <Select
            id={complaintId}
            className="full"
            allowClear
            placeholder="不登记"
            value={category}
            options={COMPLAINT_CATEGORIES.map((value) => ({ value, label: complaintCategoryNames[value] }))}
            onChange={(value) => setCategory(value ?? null)}
          />
        </div>
      )}
      <FailureNotice error={error} />
      <div className="actions">
        <Button
          type="primary"
          disabled={outcome === null || text.trim() === ''}
          loading={isPending}
          onClick={() =>
            outcome !== null &&
            onRecord({
              outcome,
              text: text.trim(),
              tradingPlan: plan.trim() === '' ? null : plan.trim(),
              complaintCategory: isWrong ? category : null,
            })
          }
        >
          记录结果
        </Button>
      </div>
    </div>
  );
}
