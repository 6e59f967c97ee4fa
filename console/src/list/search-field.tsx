import { Input, type InputRef } from 'antd';
import { useEffect, useState, type Ref } from 'react';

const PAUSE_MS = 300;

interface SearchFieldProps {
  readonly value: string;
  readonly placeholder: string;
  readonly maxLength: number;
  readonly onSearch: (value: string) => void;
  /** For the page that puts the cursor here when / is pressed; null where none does. */
  readonly fieldRef: Ref<InputRef>;
}

/** Searches when typing pauses; Escape leaves the field. */
export function SearchField({ value, placeholder, maxLength, onSearch, fieldRef }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  return (
    <Input
      ref={fieldRef}
      className="search"
      allowClear
      aria-label={placeholder}
      placeholder={fieldRef === null ? placeholder : `${placeholder}  /`}
      maxLength={maxLength}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  );
}
