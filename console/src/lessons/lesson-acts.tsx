import type { LessonRow } from '@siyu/shared/contracts/content';
import type { ContentKind } from '@siyu/shared/contracts/content.limits';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { ScheduleLesson } from './schedule-lesson.tsx';
import { WithdrawLesson } from './withdraw-lesson.tsx';
import type { LessonAct } from './next-step.ts';
import type { LessonActsState } from './use-lesson-acts.ts';

interface LessonActsProps {
  readonly act: LessonAct | null;
  readonly acts: LessonActsState;
  readonly isEdited: boolean;
  readonly onSave: () => void;
  readonly row: LessonRow;
}

export function LessonActs({ act, acts, isEdited, onSave, row }: LessonActsProps) {
  const { reset } = acts;
  if (isEdited)
    return (
      <div className="actions">
        <Button
          type="primary"
          loading={acts.save.isPending}
          onClick={() => {
            reset();
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
      {act === 'submit' && (
        <Button
          type="primary"
          loading={acts.submit.isPending}
          onClick={() => {
            reset();
            acts.submit.mutate();
          }}
        >
          提交复核
        </Button>
      )}
      {act === 'publish' && (
        <>
          <ScheduleLesson acts={acts} row={row} />
          <Publish acts={acts} row={row} />
        </>
      )}
      {act === 'unschedule' && (
        <Button
          loading={acts.unschedule.isPending}
          onClick={() => {
            reset();
            acts.unschedule.mutate();
          }}
        >
          取消约定
        </Button>
      )}
    </div>
  );
}

const whereShown = {
  lesson: '首页和学堂',
  article: '首页和学堂的文章里',
  card: '首页',
  poster: '首页',
} as const satisfies Record<ContentKind, string>;

function Publish({ acts, row }: Pick<LessonActsProps, 'acts' | 'row'>) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button type="primary" loading={acts.publish.isPending} onClick={() => setIsAsking(true)}>
        发布
      </Button>
      <Modal
        open={isAsking}
        title={`发布《${row.title}》第 ${row.version} 版`}
        okText="确认发布"
        cancelText="再看看"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          acts.reset();
          acts.publish.mutate();
        }}
      >
        {row.label === 'advice'
          ? '发布后，有有效投顾合约的客户马上能看到，其他客户看不到。'
          : `发布后客户马上能在${whereShown[row.kind]}看到。`}
      </Modal>
    </>
  );
}
