import { Input } from 'antd';
import { dayFieldText } from './day-field-text.ts';

interface DayFieldProps {
  readonly id?: string;
  readonly label?: string;
  /** `YYYY-MM-DD`, with `THH:mm` where a time belongs to it; empty for none. */
  readonly value: string;
  readonly hasTime?: boolean;
  readonly className?: string;
  readonly min?: string;
  readonly max?: string;
  readonly onChange: (value: string) => void;
}

/**
 * The browser's own field for a day, which asks for it and shows it in the language of the browser; until it is
 * being edited it is shown as days are shown everywhere here.
 */
export function DayField({
  label,
  value,
  hasTime = false,
  className = '',
  onChange,
  ...rest
}: DayFieldProps) {
  return (
    <span
      className={`day-field ${className}`}
      data-said={dayFieldText(value, hasTime)}
      data-is-empty={value === ''}
    >
      <Input
        {...rest}
        type={hasTime ? 'datetime-local' : 'date'}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
