import { createStore } from './store';
import { isRecord, phoneStorage } from './storage';
import { isSystemTextLarge } from './system-text';

const KEY = 'siyu.preferences';
export const READING_SIZES = ['normal', 'large', 'larger'] as const;
export type ReadingSize = (typeof READING_SIZES)[number];

/** How this phone shows things; it belongs to the phone, not to the member. */
export interface Preferences {
  readonly isLargeText: boolean;
  readonly readingSize: ReadingSize;
}

export const preferences = createStore<Preferences>(readPreferences());

/** What was never chosen here follows WeChat's own setting at each start. */
export function readPreferences(): Preferences {
  const { isLargeText, readingSize } = readChosen();
  return { isLargeText: isLargeText ?? isSystemTextLarge(), readingSize: readingSize ?? 'normal' };
}

function readChosen(): Partial<Preferences> {
  const stored = phoneStorage.read(KEY);
  if (!isRecord(stored)) return {};
  const { isLargeText } = stored;
  const readingSize = READING_SIZES.find((size) => size === stored['readingSize']);
  return {
    ...(typeof isLargeText === 'boolean' ? { isLargeText } : {}),
    ...(readingSize === undefined ? {} : { readingSize }),
  };
}

export function changePreferences(change: Partial<Preferences>): void {
  preferences.set((before) => ({ ...before, ...change }));
  phoneStorage.write(KEY, { ...readChosen(), ...change });
}
