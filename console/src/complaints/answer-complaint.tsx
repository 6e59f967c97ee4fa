import {
  ANSWER_TEXT_MAX,
  COMPLAINT_OUTCOMES,
  TOLD_BY,
  type ComplaintOutcome,
  type ToldBy,
} from '@siyu/shared/contracts/care.limits';
import { complaintOutcomeNames, toldByNames } from '@siyu/shared/messages';
import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { FailureNotice } from '../list/failure-notice.tsx';

interface AnswerComplaintProps {
  readonly isFinal: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onAnswer: (answer: { outcome: ComplaintOutcome; toldBy: ToldBy; text: string }) => void;
}

/** The result, how it was told, and the words that the client reads. */
export function AnswerComplaint({ isFinal, isPending, error, onAnswer }: AnswerComplaintProps) {
  const id = useId();
  const [outcome, setOutcome] = useState<ComplaintOutcome | null>(null);
  const [toldBy, setToldBy] = useState<ToldBy>('APP');
  const [text, setText] = useState('');
  return (
    <div className="own-form">
      <h2>{isFinal ? '答复申诉（最终）' : '答复'}</h2>
      <Radio.Group
        aria-label="是否属实"
        value={outcome}
        options={COMPLAINT_OUTCOMES.map((value) => ({ value, label: complaintOutcomeNames[value] }))}
        onChange={(event) =>
          setOutcome(COMPLAINT_OUTCOMES.find((each) => each === event.target.value) ?? null)
        }
      />
      <Radio.Group
        aria-label="怎样告知客户"
        value={toldBy}
        options={TOLD_BY.map((value) => ({ value, label: `${toldByNames[value]}告知` }))}
        onChange={(event) => setToldBy(TOLD_BY.find((each) => each === event.target.value) ?? 'APP')}
      />
      <div className="ask-reason">
        <label htmlFor={id}>答复（客户看得到）</label>
        <Input.TextArea
          id={id}
          rows={4}
          maxLength={ANSWER_TEXT_MAX}
          showCount
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <FailureNotice error={error} />
      <div className="actions">
        <Button
          type="primary"
          disabled={outcome === null || text.trim() === ''}
          loading={isPending}
          onClick={() => outcome !== null && onAnswer({ outcome, toldBy, text: text.trim() })}
        >
          发出答复
        </Button>
      </div>
    </div>
  );
}
