import {
  INCENTIVE_NAME_MAX,
  INCENTIVE_REASON_MAX,
  INCENTIVE_TITLE_MAX,
} from '@siyu/shared/contracts/incentive-rules.limits';
import { Input } from 'antd';
import { Field } from '../lessons/field.tsx';
import type { DraftPartProps } from './draft-part.ts';

/** What the rule is called at the desk, and what members read of it. */
export function TextFields({ draft, places, change }: DraftPartProps) {
  const line = (name: 'name' | 'title' | 'reason', label: string, maxLength: number, placeholder: string) => (
    <Field label={label} path={name} places={places}>
      {(id) => (
        <Input
          id={id}
          maxLength={maxLength}
          placeholder={placeholder}
          value={draft[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      {line('name', '规则名称（只给同事看）', INCENTIVE_NAME_MAX, '例如：学完一课送积分')}
      <div className="field-row">
        {line('title', '名称（客户看到）', INCENTIVE_TITLE_MAX, '例如：学完一课')}
        {line('reason', '为什么送（客户看到）', INCENTIVE_REASON_MAX, '例如：认真学完了一课')}
      </div>
    </>
  );
}
