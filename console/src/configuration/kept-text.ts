import { useEffect, useState } from 'react';

/** A text in the making, kept in this browser until it is given up or equals what it began as. */
export function useKeptText(key: string, stored: string) {
  const [text, setText] = useState(() => localStorage.getItem(key) ?? stored);
  const isEdited = text !== stored;
  useEffect(() => {
    if (isEdited) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  }, [key, text, isEdited]);
  return { text, setText, isEdited, giveUp: () => setText(stored) };
}
