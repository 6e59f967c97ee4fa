import { useState } from 'react';

function read(key: string, initial: readonly string[]): readonly string[] {
  const kept = localStorage.getItem(key);
  return kept === null ? initial : kept.split(',').filter((each) => each !== '');
}

/** Which columns a person has hidden, kept in this browser. */
export function useHiddenColumns(list: string, initial: readonly string[]) {
  const key = `siyu.columns.${list}`;
  const [hidden, setHidden] = useState(() => read(key, initial));
  const change = (next: readonly string[]) => {
    localStorage.setItem(key, next.join(','));
    setHidden(next);
  };
  return [hidden, change] as const;
}
