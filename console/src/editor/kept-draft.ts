import { useEffect, useState } from 'react';

interface Kept<Draft> {
  /** Hash of what is stored, from which the edit began: an edit of an older text is not offered again. */
  readonly baseSha256: string;
  readonly draft: Draft;
}

/** Only this module writes these keys, so that the hash tells what the draft is one of. */
const isKept = <Draft>(value: unknown): value is Kept<Draft> =>
  typeof value === 'object' && value !== null && 'baseSha256' in value && 'draft' in value;

function read<Draft>(key: string, baseSha256: string): Draft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isKept<Draft>(value) && value.baseSha256 === baseSha256 ? value.draft : null;
  } catch {
    return null;
  }
}

/**
 * The edit in progress, kept in this browser until it is saved or given up.
 * @param subject what is edited, such as the id of a lesson
 * @param baseSha256 changes with everything that is stored
 */
export function useKeptDraft<Draft>(subject: string, baseSha256: string, stored: Draft) {
  const key = `siyu.draft.${subject}`;
  const [draft, setDraft] = useState(() => read<Draft>(key, baseSha256) ?? stored);
  const isEdited = JSON.stringify(draft) !== JSON.stringify(stored);
  useEffect(() => {
    if (isEdited) localStorage.setItem(key, JSON.stringify({ baseSha256, draft } satisfies Kept<Draft>));
    else localStorage.removeItem(key);
  }, [key, baseSha256, draft, isEdited]);
  return {
    draft,
    setDraft,
    isEdited,
    giveUp: () => setDraft(stored),
    /** For when it is stored under another name, and this page is left. */
    forget: () => localStorage.removeItem(key),
  };
}
