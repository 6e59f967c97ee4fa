import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { call } from '../api/call';
import { isRecord, phoneStorage } from '../phone/storage';
import { recordableMember } from '../session/session';

const SHARE_KEY = 'siyu.share-key';

function keptKey(): string | null {
  const kept = phoneStorage.read(SHARE_KEY);
  const memberId = recordableMember();
  return isRecord(kept) &&
    memberId !== null &&
    kept['memberId'] === memberId &&
    typeof kept['key'] === 'string'
    ? kept['key']
    : null;
}

/**
 * Has the member's key ready for a card that may be shared from this page, since WeChat does not wait when it is.
 * Without a network cards go out without one.
 */
export async function openShareKey(): Promise<void> {
  const memberId = recordableMember();
  if (memberId === null || keptKey() !== null) return;
  try {
    const { key } = await call(channelsRoutes.openShareKey, {});
    phoneStorage.write(SHARE_KEY, { memberId, key });
  } catch {
    // The next page asks again.
  }
}

/** What a shared card opens, with the member's key behind the parameters it has. */
export function withShareKey(address: string): string {
  const key = keptKey();
  return key === null ? address : `${address}&k=${key}`;
}
