import { SCHEDULE_DAYS_MAX } from '@siyu/shared/contracts/content.limits';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { instantOf } from '../format/shanghai-time.ts';

interface SchedulePublicationProps {
  /** What goes out, as the title of the dialogue names it. */
  readonly named: string;
  /** What is looked at once more when the moment has come. */
  readonly lookedAt: string;
  readonly isPending: boolean;
  readonly onSchedule: (publishAt: string) => void;
}

/** A moment for an approved version to go out by itself. */
export function SchedulePublication({ named, lookedAt, isPending, onSchedule }: SchedulePublicationProps) {
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [moment, setMoment] = useState('');
  return (
    <>
      <Button loading={isPending} onClick={() => setIsAsking(true)}>
        约定发布
      </Button>
      <Modal
        open={isAsking}
        title={`约定发布${named}`}
        okText="确认约定"
        okButtonProps={{ disabled: moment === '' }}
        cancelText="取消"
        onCancel={() => setIsAsking(false)}
        onOk={() => {
          setIsAsking(false);
          onSchedule(instantOf(moment));
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
            {SCHEDULE_DAYS_MAX} 天之内。到时再核对一次{lookedAt}，不合要求就不发布，并在这里写明原因。
          </p>
        </div>
      </Modal>
    </>
  );
}
