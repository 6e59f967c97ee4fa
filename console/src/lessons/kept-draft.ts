import type { LessonDraft } from '@siyu/shared/contracts/content';
import { useEffect, useState } from 'react';

interface Kept {
  /** Hash of the stored lesson the edit began from: an edit of an older text is not offered again. */
  readonly baseSha256: string;
  readonly draft: LessonDraft;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'baseSha256' in value && 'draft' in value;

function read(key: string, baseSha256: string): LessonDraft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isKept(value) && value.baseSha256 === baseSha256 ? value.draft : null;
  } catch {
    return null;
  }
}

/** The edit in progress, kept in this browser until it is saved or given up. */
export function useKeptDraft(lessonId: string, baseSha256: string, stored: LessonDraft) {
  const key = `siyu.draft.${lessonId}`;
  const [draft, setDraft] = useState(() => read(key, baseSha256) ?? stored);
  const isEdited = JSON.stringify(draft) !== JSON.stringify(stored);
  useEffect(() => {
    if (isEdited) localStorage.setItem(key, JSON.stringify({ baseSha256, draft } satisfies Kept));
    else localStorage.removeItem(key);
  }, [key, baseSha256, draft, isEdited]);
  return { draft, setDraft, isEdited, giveUp: () => setDraft(stored) };
}
