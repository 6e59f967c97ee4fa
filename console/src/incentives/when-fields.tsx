import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { EARNING_EVENTS } from '@siyu/shared/incentives';
import { earningEventNames } from '@siyu/shared/messages';
import { Button, Select } from 'antd';
import { Field } from '../lessons/field.tsx';
import type { NamedSegment } from '../rules/rule-words.ts';
import { ConditionField } from './condition-field.tsx';
import type { DraftPartProps } from './draft-part.ts';
import { MissionFields } from './mission-fields.tsx';

/** What a condition begins with. */
const FIRST = {
  combinator: 'and',
  not: false,
  rules: [{ field: 'nthThisWeek', operator: '>=', value: 3 }],
};

interface WhenFieldsProps extends DraftPartProps {
  /** Segments that the condition may name. */
  readonly segments: readonly NamedSegment[];
}

/** What has to happen, with how much of it, and of whom. */
export function WhenFields({ segments, ...props }: WhenFieldsProps) {
  const { draft, places, change } = props;
  return (
    <>
      <Field label="发生什么" path="when" places={places}>
        {(id) => (
          <Select<IncentiveDraft['when']>
            id={id}
            disabled={draft.mission !== null}
            value={draft.when}
            options={EARNING_EVENTS.map((value) => ({ value, label: earningEventNames[value] }))}
            onChange={(when) => change({ when })}
          />
        )}
      </Field>
      <MissionFields {...props} />
      {draft.condition === null ? (
        <p>
          <Button onClick={() => change({ condition: FIRST })}>加上条件</Button>
          <span className="note"> 现在没有条件，每次都送。</span>
        </p>
      ) : (
        <>
          <ConditionField
            condition={draft.condition}
            segments={segments}
            onChange={(condition) => change({ condition })}
          />
          <p>
            <Button type="text" onClick={() => change({ condition: null })}>
              去掉条件
            </Button>
          </p>
        </>
      )}
    </>
  );
}
