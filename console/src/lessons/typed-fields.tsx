import { Input } from 'antd';
import { NumberInput } from '../list/number-input.tsx';
import type { Place } from './check-draft.ts';
import { Field } from './field.tsx';

interface OwnProps<Value> {
  readonly label: string;
  /** Where in the draft it stands, as the server names it. */
  readonly path: string;
  readonly places: readonly Place[];
  readonly value: Value;
  /** Letters of a text, size of a number. */
  readonly max: number;
  readonly onChange: (value: Value) => void;
}

/** One line of text. */
export function TextField({ label, path, places, value, max, onChange }: OwnProps<string>) {
  return (
    <Field label={label} path={path} places={places}>
      {(id) => (
        <Input id={id} maxLength={max} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** A text of several lines that counts its letters. */
export function AreaField({
  label,
  path,
  places,
  value,
  max,
  rows,
  onChange,
}: OwnProps<string> & { readonly rows: number }) {
  return (
    <Field label={label} path={path} places={places}>
      {(id) => (
        <Input.TextArea
          id={id}
          rows={rows}
          maxLength={max}
          showCount
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** A whole number from 1. */
export function NumberField({ label, path, places, value, max, onChange }: OwnProps<number>) {
  return (
    <Field label={label} path={path} places={places}>
      {(id) => (
        <NumberInput
          id={id}
          min={1}
          max={max}
          precision={0}
          value={value}
          onChange={(next) => next !== null && onChange(next)}
        />
      )}
    </Field>
  );
}
