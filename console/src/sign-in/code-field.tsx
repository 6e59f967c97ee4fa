import { Input } from 'antd';
import { useId } from 'react';

const CODE_MAX = 24;

interface CodeFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint: string;
}

/** Where a code of the authenticator app goes. */
export function CodeField({ value, onChange, hint }: CodeFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>验证码</label>
      <Input
        id={id}
        autoFocus
        autoComplete="one-time-code"
        maxLength={CODE_MAX}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className="note" id={`${id}-hint`}>
        {hint}
      </p>
    </>
  );
}
