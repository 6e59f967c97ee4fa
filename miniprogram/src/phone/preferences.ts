import { createStore } from './store';
import { isRecord, phoneStorage } from './storage';

const KEY = 'siyu.preferences';
export const READING_SIZES = ['normal', 'large', 'larger'] as const;
export type ReadingSize = (typeof READING_SIZES)[number];

/** How this phone shows things; it belongs to the phone, not to the member. */
export interface Preferences {
  readonly isLargeText: boolean;
  readonly readingSize: ReadingSize;
}

export const preferences = createStore<Preferences>(readPreferences());

function readPreferences(): Preferences {
  const stored = phoneStorage.read(KEY);
  if (!isRecord(stored)) return { isLargeText: false, readingSize: 'normal' };
  return {
    isLargeText: stored['isLargeText'] === true,
    readingSize: READING_SIZES.find((size) => size === stored['readingSize']) ?? 'normal',
  };
}

export function changePreferences(change: Partial<Preferences>): void {
  preferences.set((before) => ({ ...before, ...change }));
  phoneStorage.write(KEY, preferences.get());
}
