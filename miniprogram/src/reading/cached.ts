import Taro from '@tarojs/taro';
import { storedList } from '../queues/stored-list';
import { phoneStorage } from '../phone/storage';

const PREFIX = 'siyu.seen.';
/**
 * Every lesson of some paths with what is kept beside it and said under it, and the lists: about 15 KB for each, far
 * below the 10 MB that WeChat gives an app.
 */
const KEPT = 160;

/** Names of what is kept, oldest first. */
const names = storedList(
  phoneStorage,
  `${PREFIX}names`,
  (value): value is string => typeof value === 'string',
);

/** The last answer under a name, for a phone without a network. Only keepCached writes these keys. */
export function findCached<T>(name: string): T | null {
  const stored = Taro.getStorageSync<{ readonly value: T } | ''>(`${PREFIX}${name}`);
  return stored === '' ? null : stored.value;
}

export function keepCached(name: string, value: object): void {
  phoneStorage.write(`${PREFIX}${name}`, { value });
  const all = [...names.read().filter((each) => each !== name), name];
  all.slice(0, -KEPT).forEach((each) => {
    phoneStorage.remove(`${PREFIX}${each}`);
  });
  names.change(() => all.slice(-KEPT));
}

/** Forgets what is no longer there for this member. */
export function forgetCached(name: string): void {
  phoneStorage.remove(`${PREFIX}${name}`);
  names.change((before) => before.filter((each) => each !== name));
}

/** Forgets all of it: another person may hold the phone next. */
export function dropCached(): void {
  names.read().forEach((each) => {
    phoneStorage.remove(`${PREFIX}${each}`);
  });
  names.change(() => []);
}
