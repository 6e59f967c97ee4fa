import { CAMPAIGN_AHEAD_DAYS } from '@siyu/shared/contracts/campaigns.limits';
import { Input, Radio } from 'antd';
import { instantOf, localOf } from '../format/shanghai-time.ts';
import { Field } from '../lessons/field.tsx';
import type { StepProps } from './step-props.ts';

/** When it reaches members. */
export function TimeStep({ draft, places, change }: StepProps) {
  const isPlanned = draft.scheduledFor !== null;
  return (
    <>
      <div className="field">
        <Radio.Group
          aria-label="什么时候发"
          className="campaign-choices"
          value={isPlanned}
          onChange={(event) => change({ scheduledFor: event.target.value === true ? '' : null })}
        >
          <Radio value={false}>复核通过后马上发</Radio>
          <Radio value={true}>约定时间</Radio>
        </Radio.Group>
      </div>
      {isPlanned && (
        <Field label="发送时间（北京时间）" path="scheduledFor" places={places}>
          {(id) => (
            <Input
              id={id}
              type="datetime-local"
              value={localOf(draft.scheduledFor ?? '')}
              onChange={(event) => change({ scheduledFor: instantOf(event.target.value) })}
            />
          )}
        </Field>
      )}
      <p className="note">
        可以约到 {CAMPAIGN_AHEAD_DAYS}{' '}
        天之内。免打扰时段不发，收满了的当天、当周不发，预览按发送时间先算一遍。
      </p>
    </>
  );
}
