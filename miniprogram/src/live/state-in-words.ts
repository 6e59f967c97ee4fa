import type { LiveCard } from '@siyu/shared/contracts/live';
import { isMemberMessage, say } from '../words/say';

/** Where a live stands; members never meet one that is not announced yet. */
export function stateInWords(state: LiveCard['state']): string {
  const code = `live.state.${state}`;
  return isMemberMessage(code) ? say(code) : say('live.state.ANNOUNCED');
}
