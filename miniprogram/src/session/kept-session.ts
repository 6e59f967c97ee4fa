import type { MemberProfile, MemberSession, RuntimeInfo } from '@siyu/shared/contracts/identity';
import Taro from '@tarojs/taro';
import { phoneStorage } from '../phone/storage';

const SESSION_KEY = 'siyu.session';
const ACCOUNT_KEY = 'siyu.account';
const RUNTIME_KEY = 'siyu.runtime';

/** The session of this phone as the server gave it, so that a second start needs no login and works offline. */
export function findKeptSession(): MemberSession | null {
  // Nobody but keepSession writes this key.
  const stored = Taro.getStorageSync<MemberSession | ''>(SESSION_KEY);
  return stored === '' || typeof stored.token !== 'string' ? null : stored;
}

export function keepSession(kept: MemberSession): void {
  phoneStorage.write(SESSION_KEY, kept);
}

export function keepMember(member: MemberProfile): void {
  const kept = findKeptSession();
  if (kept !== null) keepSession({ ...kept, member });
}

export function dropSession(): void {
  phoneStorage.remove(SESSION_KEY);
}

/** Which demo customer the browser stands for; a real phone has WeChat's own account. */
export function findKeptAccount(): string | null {
  const stored: unknown = phoneStorage.read(ACCOUNT_KEY);
  return typeof stored === 'string' ? stored : null;
}

export function keepAccount(account: string): void {
  Taro.setStorageSync(ACCOUNT_KEY, account);
}

export function dropAccount(): void {
  phoneStorage.remove(ACCOUNT_KEY);
}

export function findKeptRuntime(): RuntimeInfo | null {
  const stored = Taro.getStorageSync<RuntimeInfo | ''>(RUNTIME_KEY);
  return stored === '' ? null : stored;
}

export function keepRuntime(runtime: RuntimeInfo): void {
  phoneStorage.write(RUNTIME_KEY, runtime);
}
