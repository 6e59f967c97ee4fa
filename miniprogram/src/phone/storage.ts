import Taro from '@tarojs/taro';

/** The few operations on the phone's storage that the queues need; a spec hands over a Map. */
export interface PhoneStorage {
  read(key: string): unknown;
  write(key: string, value: object): void;
  remove(key: string): void;
}

/** Storage of this phone. It is written at once, so that an app killed a moment later has lost nothing. */
export const phoneStorage: PhoneStorage = {
  read(key) {
    const value: unknown = Taro.getStorageSync(key);
    return value === '' || value === null ? undefined : value;
  },
  write(key, value) {
    Taro.setStorageSync(key, value);
  },
  remove(key) {
    Taro.removeStorageSync(key);
  },
};

/** Narrows something read from storage to an object whose members can be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
