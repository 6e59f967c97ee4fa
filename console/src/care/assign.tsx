import type { CandidateQuery } from '@siyu/shared/contracts/care-desk';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { FailureNotice } from '../list/failure-notice.tsx';
import { CandidateField } from './candidate-field.tsx';

interface AssignProps {
  readonly of: CandidateQuery['of'];
  readonly subjectId: string;
  readonly isFirst: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onAssign: (ownerId: string) => void;
  /** Who cannot be chosen, and why. */
  readonly children: ReactNode;
}

/** Gives a complaint or a call to somebody. */
export function Assign({ of, subjectId, isFirst, isPending, error, onAssign, children }: AssignProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const act = isFirst ? '分派' : '改派';
  return (
    <>
      <Button type={isFirst ? 'primary' : 'default'} loading={isPending} onClick={() => setIsAsking(true)}>
        {act}
      </Button>
      <FailureNotice error={error} />
      <Modal
        open={isAsking}
        title={`${act}给谁`}
        okText={`确认${act}`}
        okButtonProps={{ disabled: ownerId === null }}
        cancelText="取消"
        destroyOnHidden
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          if (ownerId !== null) onAssign(ownerId);
        }}
      >
        <div className="own-form">
          {children}
          <CandidateField of={of} subjectId={subjectId} value={ownerId} onChange={setOwnerId} />
        </div>
      </Modal>
    </>
  );
}
