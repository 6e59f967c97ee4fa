import type { LiveNow } from '@siyu/shared/contracts/live';
import { stateOf } from './live-plan.ts';
import type { Live } from './live.entity.ts';

/** What holds of a live at this moment, as members are told. */
export function nowOf(live: Pick<Live, 'state' | 'mutedAt' | 'notice'>): LiveNow {
  const isOnAir = live.state === 'ON_AIR';
  return { state: stateOf(live), isMuted: isOnAir && live.mutedAt !== null, notice: live.notice };
}
