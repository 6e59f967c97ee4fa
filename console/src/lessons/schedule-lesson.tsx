import type { LessonRow } from '@siyu/shared/contracts/content';
import { SCHEDULE_DAYS_MAX } from '@siyu/shared/contracts/content.limits';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { LessonActsState } from './use-lesson-acts.ts';

/** A moment for the approved version to go out by itself. */
export function ScheduleLesson({ acts, row }: { acts: LessonActsState; row: LessonRow }) {
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [moment, setMoment] = useState('');
  return (
    <>
      <Button loading={acts.schedule.isPending} onClick={() => setIsAsking(true)}>
        约定发布
      </Button>
      <Modal
        open={isAsking}
        title={`约定发布《${row.title}》第 ${row.version} 版`}
        okText="确认约定"
        okButtonProps={{ disabled: moment === '' }}
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          acts.reset();
          acts.schedule.mutate(shanghaiMoment(moment));
        }}
      >
        <div className="own-form">
          <div>
            <label htmlFor={id}>发布时间（北京时间）</label>
            <Input
              id={id}
              type="datetime-local"
              value={moment}
              onChange={(event) => setMoment(event.target.value)}
            />
          </div>
          <p className="note">
            {SCHEDULE_DAYS_MAX} 天之内。到时再核对一次作者登记和措辞，不合要求就不发布，并在这里写明原因。
          </p>
        </div>
      </Modal>
    </>
  );
}

/** @example shanghaiMoment('2026-11-30T09:00') // => '2026-11-30T01:00:00.000Z' */
function shanghaiMoment(local: string): string {
  return new Date(`${local}:00+08:00`).toISOString();
}
