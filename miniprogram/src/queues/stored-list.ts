import type { PhoneStorage } from '../phone/storage';

export interface StoredList<T> {
  read(): T[];
  /** Reads, changes and writes in one go: nothing else of this app can run in between. */
  change(change: (before: readonly T[]) => readonly T[]): void;
}

/** A list under one key of the phone's storage. What is not of its kind (another version wrote it) is left out. */
export function storedList<T>(
  storage: PhoneStorage,
  key: string,
  isItem: (value: unknown) => value is T,
): StoredList<T> {
  const read = (): T[] => {
    const value = storage.read(key);
    return Array.isArray(value) ? value.filter(isItem) : [];
  };
  return {
    read,
    change(change) {
      storage.write(key, [...change(read())]);
    },
  };
}
