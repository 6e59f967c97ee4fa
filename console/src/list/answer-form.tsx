import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { FailureNotice } from './failure-notice.tsx';

interface AnswerFormProps {
  /** Who will read it, and under which name. */
  readonly label: string;
  readonly maxLength: number;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onAnswer: (text: string) => void;
}

/** An answer to a question of a member's, which nobody reviews before it is read. */
export function AnswerForm({ label, maxLength, isPending, error, onAnswer }: AnswerFormProps) {
  const id = useId();
  const [text, setText] = useState('');
  return (
    <div className="own-form">
      <div className="ask-reason">
        <label htmlFor={id}>{label}</label>
        <Input.TextArea
          id={id}
          rows={5}
          maxLength={maxLength}
          showCount
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <p className="note">只讲知识和方法，不谈买卖哪一只、什么时候买卖，也不说收益。</p>
      <FailureNotice error={error} nameOf={() => '回答'} />
      <div className="actions">
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={isPending}
          onClick={() => onAnswer(text.trim())}
        >
          发出回答
        </Button>
      </div>
    </div>
  );
}
