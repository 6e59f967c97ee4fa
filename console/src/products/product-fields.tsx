import type { ProductDraft } from '@siyu/shared/contracts/products';
import {
  PRODUCT_CODE_MAX,
  PRODUCT_HORIZON_MONTHS_MAX,
  PRODUCT_NAME_MAX,
} from '@siyu/shared/contracts/products.limits';
import { productTypeNames, riskLevelNames } from '@siyu/shared/messages';
import { PRODUCT_TYPES, RISK_LEVELS } from '@siyu/shared/suitability';
import { Checkbox, Input, Select } from 'antd';
import { Field } from '../lessons/field.tsx';
import { DayField } from '../list/day-field.tsx';
import { NumberInput } from '../list/number-input.tsx';

interface ProductFieldsProps {
  readonly draft: ProductDraft;
  readonly onChange: (draft: ProductDraft) => void;
}

/** All terms of a product. */
export function ProductFields({ draft, onChange }: ProductFieldsProps) {
  return (
    <>
      <div className="field-row">
        <Field label="代码" path="code" places={[]}>
          {(id) => (
            <Input
              id={id}
              maxLength={PRODUCT_CODE_MAX}
              value={draft.code}
              onChange={(event) => onChange({ ...draft, code: event.target.value.trim() })}
            />
          )}
        </Field>
        <Field label="种类" path="type" places={[]}>
          {(id) => (
            <Select
              id={id}
              value={draft.type}
              options={PRODUCT_TYPES.map((value) => ({ value, label: productTypeNames[value] }))}
              onChange={(type) => onChange({ ...draft, type })}
            />
          )}
        </Field>
      </div>
      <Field label="名称" path="name" places={[]}>
        {(id) => (
          <Input
            id={id}
            maxLength={PRODUCT_NAME_MAX}
            value={draft.name}
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <div className="field-row">
        <Field label="风险等级" path="level" places={[]}>
          {(id) => (
            <Select
              id={id}
              allowClear
              placeholder="未评级"
              value={draft.level}
              options={RISK_LEVELS.map((value) => ({ value, label: riskLevelNames[value] }))}
              onChange={(level) => onChange({ ...draft, level: level ?? null })}
            />
          )}
        </Field>
        <Field label="从哪天起不再有效" path="levelValidUntil" places={[]}>
          {(id) => (
            <DayField
              id={id}
              value={draft.levelValidUntil ?? ''}
              onChange={(value) => onChange({ ...draft, levelValidUntil: value === '' ? null : value })}
            />
          )}
        </Field>
      </div>
      <Field label="投资期限几个月（随时可取填 0）" path="horizonMonths" places={[]}>
        {(id) => (
          <NumberInput
            id={id}
            min={0}
            max={PRODUCT_HORIZON_MONTHS_MAX}
            precision={0}
            value={draft.horizonMonths}
            onChange={(horizonMonths) => onChange({ ...draft, horizonMonths })}
          />
        )}
      </Field>
      <Checkbox
        className="lone-check"
        checked={draft.isPrivate || draft.type === 'PRIVATE_FUND'}
        disabled={draft.type === 'PRIVATE_FUND'}
        onChange={(event) => onChange({ ...draft, isPrivate: event.target.checked })}
      >
        私募：只给测评有效的合格投资者看
      </Checkbox>
    </>
  );
}
