import type { ItemDraft } from '@siyu/shared/contracts/catalogue-desk';
import {
  CATALOGUE_KINDS,
  ITEM_PER_MEMBER_MAX,
  ITEM_POINTS_MAX,
  ITEM_STOCK_MAX,
  ITEM_SUMMARY_MAX,
  ITEM_TITLE_MAX,
  ITEM_VALID_DAYS_MAX,
  ITEM_VALUE_FEN_MAX,
} from '@siyu/shared/contracts/redemption.limits';
import { catalogueKindNames } from '@siyu/shared/messages';
import { Input, Select } from 'antd';
import { NumberInput } from '../list/number-input.tsx';
import { Field } from '../lessons/field.tsx';
import { DayField } from '../list/day-field.tsx';
import { instantOf, localOf } from '../format/shanghai-time.ts';
import { ItemTarget } from './item-target.tsx';

interface ItemFieldsProps {
  readonly draft: ItemDraft;
  readonly onChange: (draft: ItemDraft) => void;
}

const FEN = 100;

/** All terms of an item. */
export function ItemFields({ draft, onChange }: ItemFieldsProps) {
  const figure = (name: 'points' | 'stock' | 'perMember', label: string, max: number) => (
    <Field label={label} path={name} places={[]}>
      {(id) => (
        <NumberInput
          id={id}
          min={1}
          max={max}
          precision={0}
          value={draft[name]}
          onChange={(value) => onChange({ ...draft, [name]: value ?? 1 })}
        />
      )}
    </Field>
  );
  const moment = (name: 'from' | 'until', label: string) => (
    <Field label={label} path={name} places={[]}>
      {(id) => (
        <DayField
          id={id}
          hasTime
          value={localOf(draft[name])}
          onChange={(value) => onChange({ ...draft, [name]: instantOf(value) })}
        />
      )}
    </Field>
  );
  return (
    <>
      <div className="field-row">
        <Field label="种类" path="kind" places={[]}>
          {(id) => (
            <Select
              id={id}
              value={draft.kind}
              options={CATALOGUE_KINDS.map((value) => ({ value, label: catalogueKindNames[value] }))}
              onChange={(kind) => onChange({ ...draft, kind, target: null })}
            />
          )}
        </Field>
        <ItemTarget
          kind={draft.kind}
          target={draft.target}
          onChange={(target) => onChange({ ...draft, target })}
        />
      </div>
      <Field label="名称" path="title" places={[]}>
        {(id) => (
          <Input
            id={id}
            maxLength={ITEM_TITLE_MAX}
            value={draft.title}
            onChange={(event) => onChange({ ...draft, title: event.target.value })}
          />
        )}
      </Field>
      <Field label="说明" path="summary" places={[]}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={ITEM_SUMMARY_MAX}
            showCount
            value={draft.summary}
            onChange={(event) => onChange({ ...draft, summary: event.target.value })}
          />
        )}
      </Field>
      <div className="field-row">
        {figure('points', '需要的积分', ITEM_POINTS_MAX)}
        <Field label="价值（元）" path="valueFen" places={[]}>
          {(id) => (
            <NumberInput
              id={id}
              min={0}
              max={ITEM_VALUE_FEN_MAX / FEN}
              precision={2}
              value={draft.valueFen / FEN}
              onChange={(value) => onChange({ ...draft, valueFen: Math.round((value ?? 0) * FEN) })}
            />
          )}
        </Field>
      </div>
      <div className="field-row">
        {figure('stock', '总数', ITEM_STOCK_MAX)}
        {figure('perMember', '每人最多', ITEM_PER_MEMBER_MAX)}
      </div>
      <div className="field-row">
        {moment('from', '开始兑换（北京时间）')}
        {moment('until', '截止兑换（北京时间）')}
      </div>
      <Field label="换到后几天内有效（留空为长期）" path="validDays" places={[]}>
        {(id) => (
          <NumberInput
            id={id}
            min={1}
            max={ITEM_VALID_DAYS_MAX}
            precision={0}
            value={draft.validDays}
            onChange={(validDays) => onChange({ ...draft, validDays })}
          />
        )}
      </Field>
    </>
  );
}
