import type { PhoneStorage } from '../phone/storage';

/** Storage of a phone that a spec can kill the app on: it keeps copies, as the real one does. */
export function memoryStorage(): PhoneStorage {
  const kept = new Map<string, string>();
  return {
    read(key) {
      const value = kept.get(key);
      return value === undefined ? undefined : (JSON.parse(value) as unknown);
    },
    write(key, value) {
      kept.set(key, JSON.stringify(value));
    },
    remove(key) {
      kept.delete(key);
    },
  };
}
