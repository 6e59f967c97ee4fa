import type { Place } from '../lessons/check-draft.ts';
import { Field } from '../lessons/field.tsx';
import { NumberInput } from '../list/number-input.tsx';

interface NumberFieldProps {
  readonly label: string;
  readonly path: string;
  readonly places: readonly Place[];
  readonly unit: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** What an empty field means; without it there is always a number. */
  readonly none?: string;
  readonly onChange: (value: number | null) => void;
}

/** A whole number with its unit. */
export function NumberField({
  label,
  path,
  places,
  unit,
  value,
  min,
  max,
  none,
  onChange,
}: NumberFieldProps) {
  return (
    <Field label={label} path={path} places={places}>
      {(id) => (
        <NumberInput
          id={id}
          className="full"
          precision={0}
          min={min}
          max={max}
          suffix={unit}
          value={value}
          placeholder={none ?? ''}
          onChange={(next) => {
            if (next !== null || none !== undefined) onChange(next);
          }}
        />
      )}
    </Field>
  );
}
