import type { PathRow } from '@siyu/shared/contracts/paths';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { AskReason } from '../list/ask-reason.tsx';
import { pathStep } from './path-step.ts';
import type { PathActsState } from './use-path-acts.ts';

interface PathActsProps {
  readonly row: PathRow;
  readonly acts: PathActsState;
  readonly isEdited: boolean;
  readonly isComplete: boolean;
  readonly onSave: () => void;
}

export function PathActs({ row, acts, isEdited, isComplete, onSave }: PathActsProps) {
  const { act } = pathStep(row);
  if (isEdited)
    return (
      <div className="actions">
        <Button
          type="primary"
          disabled={!isComplete}
          loading={acts.save.isPending}
          onClick={() => {
            acts.reset();
            onSave();
          }}
        >
          保存草稿
        </Button>
      </div>
    );
  return (
    <div className="actions">
      {row.publishedAt !== null && <WithdrawPath row={row} acts={acts} />}
      {act === 'submit' && (
        <Button
          type="primary"
          loading={acts.submit.isPending}
          onClick={() => {
            acts.reset();
            acts.submit.mutate();
          }}
        >
          提交复核
        </Button>
      )}
      {act === 'publish' && <PublishPath row={row} acts={acts} />}
    </div>
  );
}

/** Takes the path away from members; its lessons stay. */
export function WithdrawPath({ row, acts }: { row: PathRow; acts: PathActsState }) {
  return (
    <AskReason
      act="撤下"
      title={`撤下「${row.title}」`}
      label="撤下的原因（只给同事看）"
      isPending={acts.withdraw.isPending}
      error={acts.withdraw.error}
      onReason={(reason) => acts.withdraw.mutate(reason)}
    >
      <p className="note">马上从学堂撤下；其中的课程仍可单独阅读，已经学完的记录不变。</p>
    </AskReason>
  );
}

function PublishPath({ row, acts }: { row: PathRow; acts: PathActsState }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button type="primary" loading={acts.publish.isPending} onClick={() => setIsAsking(true)}>
        发布
      </Button>
      <Modal
        open={isAsking}
        title={`发布「${row.title}」第 ${row.version} 版`}
        okText="确认发布"
        cancelText="再看看"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          acts.reset();
          acts.publish.mutate();
        }}
      >
        发布后客户马上能在学堂看到新的编排；已经学完的记录不变。
      </Modal>
    </>
  );
}
