import type { RuntimeInfo } from '@siyu/shared/contracts/identity';
import Taro from '@tarojs/taro';
import { findKeptAccount } from './kept-session';

export type LoginCode =
  | { readonly kind: 'code'; readonly code: string }
  /** A browser on a demo system, and nobody has said which customer it stands for. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'no-wechat' };

/** A one-time login code from WeChat; in a browser, from the phone in the box of the demo system. */
export async function fetchLoginCode(runtime: RuntimeInfo | null): Promise<LoginCode> {
  if (process.env.TARO_ENV === 'weapp') {
    const { code } = await Taro.login();
    return { kind: 'code', code };
  }
  const phoneUrl = runtime?.sandboxPhoneUrl ?? null;
  if (phoneUrl === null) return { kind: 'no-wechat' };
  const account = findKeptAccount();
  if (account === null) return { kind: 'choose' };
  const answer = await Taro.request<{ code?: string }>({
    url: `${phoneUrl}/__phone/login`,
    method: 'POST',
    header: { 'content-type': 'application/json' },
    data: { account },
  });
  return answer.data.code === undefined ? { kind: 'choose' } : { kind: 'code', code: answer.data.code };
}

/** What the demo system's phone knows of a customer's account; nothing like it exists outside the demo. */
export interface DemoHolder {
  readonly account: string;
  readonly accountNo: string;
  readonly phone: string;
}

/** The account of the demo customer this browser stands for; null outside the demo. */
export async function findDemoHolder(runtime: RuntimeInfo | null): Promise<DemoHolder | null> {
  const phoneUrl = runtime?.sandboxPhoneUrl ?? null;
  const account = findKeptAccount();
  if (process.env.TARO_ENV === 'weapp' || phoneUrl === null || account === null) return null;
  const answer = await Taro.request<{ customers?: DemoHolder[] }>({
    url: `${phoneUrl}/__phone/core-customers`,
  });
  return answer.data.customers?.find((holder) => holder.account === account) ?? null;
}

/** The last short message that the demo phone has received; null when there is none. */
export async function lastDemoMessage(runtime: RuntimeInfo | null, phone: string): Promise<string | null> {
  const phoneUrl = runtime?.sandboxPhoneUrl ?? null;
  if (phoneUrl === null) return null;
  const answer = await Taro.request<{ messages?: { text: string }[] }>({
    url: `${phoneUrl}/__phone/messages?phone=${phone}`,
  });
  return answer.data.messages?.slice(-1)[0]?.text ?? null;
}

export interface PhoneAccount {
  readonly account: string;
  readonly nickname: string;
  readonly description: string;
}

/** The fictitious customers of the demo system. */
export async function listPhoneAccounts(phoneUrl: string): Promise<readonly PhoneAccount[]> {
  const answer = await Taro.request<{ accounts: readonly PhoneAccount[] }>({
    url: `${phoneUrl}/__phone/accounts`,
  });
  // Any answer resolves here, one of an error too.
  if (answer.statusCode !== 200) throw new Error(`the accounts of the phone: ${answer.statusCode}`);
  return answer.data.accounts;
}
