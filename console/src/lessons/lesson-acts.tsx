import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { LessonAct } from './next-step.ts';
import type { LessonActsState } from './use-lesson-acts.ts';

interface LessonActsProps {
  readonly act: LessonAct | null;
  readonly acts: LessonActsState;
  readonly isEdited: boolean;
  readonly onSave: () => void;
  readonly title: string;
  readonly version: number;
}

export function LessonActs({ act, acts, isEdited, onSave, title, version }: LessonActsProps) {
  const [isAsking, setIsAsking] = useState(false);
  const reset = () => {
    acts.save.reset();
    acts.submit.reset();
    acts.publish.reset();
  };
  return (
    <div className="actions">
      {isEdited && (
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
      )}
      {!isEdited && act === 'submit' && (
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
      {!isEdited && act === 'publish' && (
        <>
          <Button type="primary" loading={acts.publish.isPending} onClick={() => setIsAsking(true)}>
            发布
          </Button>
          <Modal
            open={isAsking}
            title={`发布《${title}》第 ${version} 版`}
            okText="确认发布"
            cancelText="再看看"
            onCancel={() => setIsAsking(false)}
            onOk={() => {
              setIsAsking(false);
              reset();
              acts.publish.mutate();
            }}
          >
            发布后客户马上能在首页和学堂看到。
          </Modal>
        </>
      )}
    </div>
  );
}
