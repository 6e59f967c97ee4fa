import Taro from '@tarojs/taro';
import type { EnterGroup } from '@siyu/shared/contracts/communities';
import { identityRoutes } from '@siyu/shared/contracts/identity.routes';
import { call } from '../api/call';
import { findKeptAccount } from '../session/kept-session';
import { session } from '../session/session';
import { isRecord } from './storage';

/** A card with a ticket, the one scene of which WeChat always knows the group. */
const TICKET_SCENE = 1044;

/**
 * Has WeChat encrypt which group the app was opened from. Null when it knows none: a start from elsewhere (40097),
 * somebody who has left the group (65206), a WeChat too old to be asked. In a browser the phone of the demo system
 * stands in for WeChat.
 * @param chat the chat a browser was opened from, by the name it has in the demo system
 */
export async function askForGroupData(chat: string | null): Promise<EnterGroup | null> {
  if (process.env.TARO_ENV !== 'weapp') return askInBox(chat);
  if (!Taro.canIUse('getGroupEnterInfo')) return null;
  // WeChat's own call gives no promise; Taro makes one, whose types leave out what it brings.
  return dataIn(await Taro.getGroupEnterInfo({}).catch(() => null));
}

async function askInBox(group: string | null): Promise<EnterGroup | null> {
  // A session that was kept opens the app before it is known where it runs.
  const runtime = session.get().runtime ?? (await call(identityRoutes.getRuntime, {}).catch(() => null));
  const phoneUrl = runtime?.sandboxPhoneUrl ?? null;
  const account = findKeptAccount();
  if (phoneUrl === null || account === null || group === null) return null;
  const answer = await Taro.request<unknown>({
    url: `${phoneUrl}/__phone/group-enter-info`,
    method: 'POST',
    header: { 'content-type': 'application/json' },
    data: { account, group, scene: TICKET_SCENE },
  }).catch(() => null);
  return dataIn(answer?.data);
}

function dataIn(told: unknown): EnterGroup | null {
  if (!isRecord(told)) return null;
  const { encryptedData, iv } = told;
  return typeof encryptedData === 'string' && typeof iv === 'string' ? { encryptedData, iv } : null;
}
