import { HOLDOUT_PERCENT_MIN } from '@siyu/shared/contracts/incentive-effects.limits';
import {
  AWARDS_OF_ONE_MEMBER_MAX,
  AWARDS_OF_ONE_RULE_MAX,
  COOL_DOWN_HOURS_MAX,
  GROUP_NAME_MAX,
  PRIORITY_MAX,
} from '@siyu/shared/contracts/incentive-rules.limits';
import { HOLDOUT_PERCENT_MAX } from '@siyu/shared/incentives';
import { Input } from 'antd';
import { Field } from '../lessons/field.tsx';
import { DayField } from '../list/day-field.tsx';
import { instantOf, localOf } from '../format/shanghai-time.ts';
import type { DraftPartProps } from './draft-part.ts';
import { NumberField } from './number-field.tsx';
import { YuanField } from './yuan-field.tsx';

/** How often one member is thanked. */
export function LimitFields({ draft, places, change }: DraftPartProps) {
  const { limits } = draft;
  const often = (name: 'perDay' | 'perWeek' | 'total', label: string) => (
    <NumberField
      label={label}
      path={`limits.${name}`}
      places={places}
      unit="次"
      none="不限"
      min={1}
      max={AWARDS_OF_ONE_MEMBER_MAX}
      value={limits[name]}
      onChange={(value) => change({ limits: { ...limits, [name]: value } })}
    />
  );
  return (
    <>
      <div className="field-row">
        {often('perDay', '每人每天')}
        {often('perWeek', '每人每周')}
        {often('total', '每人一共')}
      </div>
      <NumberField
        label="两次之间至少相隔"
        path="limits.coolDownHours"
        places={places}
        unit="小时"
        none="不限"
        min={1}
        max={COOL_DOWN_HOURS_MAX}
        value={limits.coolDownHours}
        onChange={(coolDownHours) => change({ limits: { ...limits, coolDownHours } })}
      />
    </>
  );
}

/** What all members together may be given, and from when to when. */
export function BudgetFields({ draft, places, change }: DraftPartProps) {
  const { budget, schedule } = draft;
  return (
    <>
      <div className="field-row">
        <NumberField
          label="全部最多发"
          path="budget.awardsMax"
          places={places}
          unit="次"
          min={1}
          max={AWARDS_OF_ONE_RULE_MAX}
          value={budget.awardsMax}
          onChange={(awardsMax) => change({ budget: { ...budget, awardsMax: awardsMax ?? 1 } })}
        />
        <YuanField
          label="价值合计不超过"
          path="budget.valueFenMax"
          places={places}
          valueFen={budget.valueFenMax}
          onChange={(valueFenMax) => change({ budget: { ...budget, valueFenMax } })}
        />
      </div>
      <p className="note">先到哪个上限，规则就自动停在哪里。改预算也要重新复核，已经发的照样算在内。</p>
      <div className="field-row">
        <Field label="开始（北京时间，不填就是通过复核时）" path="schedule.from" places={places}>
          {(id) => (
            <DayField
              id={id}
              hasTime
              value={localOf(schedule.from ?? '')}
              onChange={(value) =>
                change({ schedule: { ...schedule, from: value === '' ? null : instantOf(value) } })
              }
            />
          )}
        </Field>
        <Field label="结束（北京时间，最长一年）" path="schedule.until" places={places}>
          {(id) => (
            <DayField
              id={id}
              hasTime
              value={localOf(schedule.until)}
              onChange={(value) => change({ schedule: { ...schedule, until: instantOf(value) } })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

/** How it stands to other rules, and who is held back. */
export function OrderFields({ draft, places, change }: DraftPartProps) {
  return (
    <>
      <div className="field-row">
        <NumberField
          label="先后（大的先送）"
          path="priority"
          places={places}
          unit=""
          min={0}
          max={PRIORITY_MAX}
          value={draft.priority}
          onChange={(priority) => change({ priority: priority ?? 0 })}
        />
        <Field label="同组只送一个（组名）" path="stackingGroup" places={places}>
          {(id) => (
            <Input
              id={id}
              maxLength={GROUP_NAME_MAX}
              placeholder="不分组"
              value={draft.stackingGroup ?? ''}
              onChange={({ target: { value } }) => change({ stackingGroup: value === '' ? null : value })}
            />
          )}
        </Field>
        <NumberField
          label="留作对照"
          path="holdoutPercent"
          places={places}
          unit="%"
          min={HOLDOUT_PERCENT_MIN}
          max={HOLDOUT_PERCENT_MAX}
          value={draft.holdoutPercent}
          onChange={(holdoutPercent) => change({ holdoutPercent: holdoutPercent ?? HOLDOUT_PERCENT_MIN })}
        />
      </div>
      <p className="note">对照的客户按客户固定抽取，不送，用来看这条规则有没有用。</p>
    </>
  );
}
