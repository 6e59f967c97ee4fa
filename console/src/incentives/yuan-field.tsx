import { fen, formatYuan, parseYuan } from '@siyu/shared/money';
import type { Place } from '../lessons/check-draft.ts';
import { Field } from '../lessons/field.tsx';
import { DecimalInput } from '../list/number-input.tsx';

interface YuanFieldProps {
  readonly label: string;
  readonly path: string;
  readonly places: readonly Place[];
  readonly valueFen: number;
  readonly onChange: (valueFen: number) => void;
}

/** Written in yuan, kept in fen. */
export function YuanField({ label, path, places, valueFen, onChange }: YuanFieldProps) {
  return (
    <Field label={label} path={path} places={places}>
      {(id) => (
        <DecimalInput
          id={id}
          className="full"
          stringMode
          min="0"
          precision={2}
          suffix="元"
          value={formatYuan(fen(valueFen))}
          onChange={(next) => {
            const read = next === null ? null : parseYuan(next);
            if (read !== null) onChange(read);
          }}
        />
      )}
    </Field>
  );
}
