import type { PathRow } from '@siyu/shared/contracts/paths';
import { Button } from 'antd';
import { LOOKED_AT, type PublicationAct } from '../lessons/next-step.ts';
import { PublicationActs } from '../lessons/publication-acts.tsx';
import { AskReason } from '../list/ask-reason.tsx';
import type { PathActsState } from './use-path-acts.ts';

interface PathActsProps {
  readonly row: PathRow;
  readonly act: PublicationAct;
  readonly acts: PathActsState;
  readonly isEdited: boolean;
  readonly isComplete: boolean;
  readonly onSave: () => void;
}

export function PathActs({ row, act, acts, isEdited, isComplete, onSave }: PathActsProps) {
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
      <PublicationActs
        act={act}
        acts={acts}
        named={`「${row.title}」第 ${row.version} 版`}
        lookedAt={LOOKED_AT.path}
        consequence="发布后客户马上能在学堂看到新的编排；已经学完的记录不变。"
      />
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
