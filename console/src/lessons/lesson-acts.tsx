import type { LessonRow } from '@siyu/shared/contracts/content';
import type { ContentKind } from '@siyu/shared/contracts/content.limits';
import { Button } from 'antd';
import { LOOKED_AT, type PublicationAct } from './next-step.ts';
import { PublicationActs } from './publication-acts.tsx';
import type { LessonActsState } from './use-lesson-acts.ts';
import { WithdrawLesson } from './withdraw-lesson.tsx';

interface LessonActsProps {
  readonly act: PublicationAct;
  readonly acts: LessonActsState;
  readonly isEdited: boolean;
  readonly onSave: () => void;
  readonly row: LessonRow;
}

export function LessonActs({ act, acts, isEdited, onSave, row }: LessonActsProps) {
  if (isEdited)
    return (
      <div className="actions">
        <Button
          type="primary"
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
      {row.publishedAt !== null && <WithdrawLesson row={row} />}
      <PublicationActs
        act={act}
        acts={acts}
        named={`《${row.title}》第 ${row.version} 版`}
        lookedAt={LOOKED_AT.text}
        consequence={
          row.label === 'advice'
            ? '发布后，有有效投顾合约的客户马上能看到，其他客户看不到。'
            : `发布后客户马上能在${whereShown[row.kind]}看到。`
        }
      />
    </div>
  );
}

const whereShown = {
  lesson: '首页和学堂',
  article: '首页和学堂的文章里',
  card: '首页',
  poster: '首页',
} as const satisfies Record<ContentKind, string>;
