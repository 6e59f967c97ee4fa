import { fen, formatYuan, parseYuan } from '@siyu/shared/money';
import {
  isOperatorName,
  RULE_LIMITS,
  SEGMENT_FIELD,
  takesOf,
  TEXT_MAX,
  type Field,
} from '@siyu/shared/rules';
import { Input, Select } from 'antd';
import { createContext, useContext } from 'react';
import type { ValueEditorProps } from 'react-querybuilder';
import { DayField } from '../list/day-field.tsx';
import NumberEntry from '../list/number-input.lazy.tsx';
import { CatalogueContext, type RuleCatalogue } from './rule-catalogue.ts';
import { faultSentences, RuleFaults } from './rule-controls.tsx';
import { placeName } from './rule-place.ts';
import { SplitShare } from './split-share.tsx';

/** Segments that a rule may ask for, by key and name. */
export const SegmentChoices = createContext<readonly { readonly key: string; readonly name: string }[]>([]);

const BANDS = [1, 2, 3, 4, 5, 6];

/** What a condition compares with, in a field made for it, and what is wrong with it. */
export function RuleValue(props: ValueEditorProps) {
  const { path, field: key, operator, schema, validation } = props;
  const value: unknown = props.value;
  const id = `${schema.qbId} ${path.join('.')}`;
  const isFaulty = faultSentences(validation).length > 0;
  const common = {
    label: `${placeName(path)}：内容`,
    describedBy: isFaulty ? id : undefined,
    onChange: (next: unknown): void => props.handleOnChange(next),
  };
  const field = useContext(CatalogueContext).fields.get(key);
  return (
    <>
      <span className="rule-value">
        {key === SEGMENT_FIELD ? (
          <SegmentList {...common} value={value} />
        ) : field === undefined || !isOperatorName(operator) ? null : (
          <Values {...common} field={field} takes={takesOf(operator)} value={value} />
        )}
      </span>
      <RuleFaults id={id} validation={validation} />
    </>
  );
}

interface Entry {
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function Values(props: Entry & { field: Field; takes: ReturnType<typeof takesOf> }) {
  const { field, takes, label, value, onChange } = props;
  switch (takes) {
    case 'nothing':
      return null;
    case 'days':
      return <Whole {...props} min={1} max={RULE_LIMITS.days} unit="天" />;
    case 'share':
      return <SplitShare {...props} />;
    case 'one':
      return <One {...props} field={field} />;
    case 'list':
      return <List {...props} field={field} />;
    case 'two': {
      const ends: readonly unknown[] = Array.isArray(value) ? value : [];
      const [from, to] = ends;
      return (
        <>
          <One {...props} label={`${label}（从）`} value={from} onChange={(next) => onChange([next, to])} />
          <span>到</span>
          <One {...props} label={`${label}（到）`} value={to} onChange={(next) => onChange([from, next])} />
        </>
      );
    }
  }
}

function One({ field, ...entry }: Entry & { field: Field }) {
  const { label, describedBy, value, onChange } = entry;
  const catalogue = useContext(CatalogueContext);
  const words = catalogue.words[field.key];
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'choice':
      return (
        <Select<string>
          aria-label={label}
          aria-describedby={describedBy}
          popupMatchSelectWidth={false}
          placeholder="请选择"
          value={text === '' ? null : text}
          options={choicesOf(field, catalogue)}
          onChange={onChange}
        />
      );
    case 'flag':
      return (
        <Select<'yes' | 'no'>
          aria-label={label}
          aria-describedby={describedBy}
          popupMatchSelectWidth={false}
          placeholder="请选择"
          value={value === true ? 'yes' : value === false ? 'no' : null}
          options={[
            { value: 'yes', label: words?.yes ?? '是' },
            { value: 'no', label: words?.no ?? '否' },
          ]}
          onChange={(next) => onChange(next === 'yes')}
        />
      );
    case 'day':
    case 'instant':
      return <DayField label={label} value={text} onChange={onChange} />;
    case 'text':
      return (
        <Input
          aria-label={label}
          aria-describedby={describedBy}
          maxLength={TEXT_MAX}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'money':
      return <Money {...entry} />;
    case 'hundredths':
      return (
        <NumberEntry<number>
          aria-label={label}
          aria-describedby={describedBy}
          precision={2}
          step={0.1}
          value={typeof value === 'number' ? value : null}
          suffix={words?.unit}
          onChange={onChange}
        />
      );
    case 'whole':
      return <Whole {...entry} unit={words?.unit ?? ''} />;
    // A lot is asked for a share, not for one value.
    case 'lot':
      return null;
  }
}

function Whole({
  label,
  describedBy,
  value,
  onChange,
  unit,
  min,
  max,
}: Entry & { unit: string; min?: number; max?: number }) {
  return (
    <NumberEntry<number>
      aria-label={label}
      aria-describedby={describedBy}
      precision={0}
      value={typeof value === 'number' ? value : null}
      suffix={unit}
      onChange={onChange}
      {...(min !== undefined && { min })}
      {...(max !== undefined && { max })}
    />
  );
}

/** Written in yuan, kept in fen. */
function Money({ label, describedBy, value, onChange }: Entry) {
  return (
    <NumberEntry<string>
      aria-label={label}
      aria-describedby={describedBy}
      stringMode
      precision={2}
      value={typeof value === 'number' ? formatYuan(fen(value)) : null}
      suffix="元"
      onChange={(next) => onChange(next === null ? null : parseYuan(next))}
    />
  );
}

function List({ field, label, describedBy, value, onChange }: Entry & { field: Field }) {
  const values: readonly unknown[] = Array.isArray(value) ? value : [];
  const catalogue = useContext(CatalogueContext);
  const { isLevel = false, unit = '' } = catalogue.words[field.key] ?? {};
  const isChoice = field.type === 'choice';
  const options = isChoice
    ? choicesOf(field, catalogue)
    : isLevel
      ? BANDS.map((band) => ({ value: String(band), label: `${band} ${unit}` }))
      : [];
  return (
    <Select<string[]>
      mode={isChoice || isLevel ? 'multiple' : 'tags'}
      aria-label={label}
      aria-describedby={describedBy}
      className="rule-list"
      popupMatchSelectWidth={false}
      placeholder={isChoice || isLevel ? '请选择，可以多选' : '输入数字后按回车，可以多个'}
      value={values.map(String)}
      options={[...options]}
      onChange={(next) =>
        onChange(isChoice ? next : next.map(Number).filter((each) => Number.isSafeInteger(each)))
      }
    />
  );
}

function SegmentList({ label, describedBy, value, onChange }: Entry) {
  const choices = useContext(SegmentChoices);
  const keys = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  return (
    <Select<string[]>
      mode="multiple"
      aria-label={label}
      aria-describedby={describedBy}
      className="rule-list"
      popupMatchSelectWidth={false}
      placeholder={choices.length === 0 ? '还没有启用的客群' : '请选择，可以多选'}
      showSearch={{ optionFilterProp: 'label' }}
      value={keys}
      options={choices.map(({ key, name }) => ({ value: key, label: name }))}
      onChange={onChange}
    />
  );
}

const choicesOf = ({ key, choices = [] }: Field, { words }: RuleCatalogue) =>
  choices.map((code) => ({ value: code, label: words[key]?.choices?.[code] ?? code }));
