import { LINK_REASON_MAX } from '@siyu/shared/contracts/identity.limits';
import { Button, Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { FailureNotice } from './failure-notice.tsx';

interface AskReasonProps {
  /** Of the button, such as 申请合并. */
  readonly act: string;
  readonly title: string;
  readonly label: string;
  readonly isPrimary?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onReason: (reason: string) => void;
  /** What follows from the act. */
  readonly children: ReactNode;
}

/** An act that needs a reason: a button, and a dialogue of its own that says what follows. */
export function AskReason(props: AskReasonProps) {
  const { act, title, label, isPrimary = false, isPending, error, onReason, children } = props;
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <>
      <Button type={isPrimary ? 'primary' : 'default'} loading={isPending} onClick={() => setIsAsking(true)}>
        {act}
      </Button>
      <FailureNotice error={error} />
      <Modal
        open={isAsking}
        title={title}
        okText={`确认${act}`}
        okButtonProps={{ disabled: reason.trim() === '' }}
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          onReason(reason.trim());
        }}
      >
        <div className="ask-reason">
          {children}
          <label htmlFor={id}>{label}</label>
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={LINK_REASON_MAX}
            showCount
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </Modal>
    </>
  );
}
