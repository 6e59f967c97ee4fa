import { HELD_KINDS, type HeldKind } from '@siyu/shared/contracts/brakes.limits';
import { heldNames } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';

/** What a brake holds back at this moment, in words. */
export function heldSentence(held: Readonly<Record<HeldKind, number>>): string {
  const parts = HELD_KINDS.filter((kind) => held[kind] > 0).map(
    (kind) => `${heldNames[kind].name} ${formatCount(held[kind])} ${heldNames[kind].unit}`,
  );
  return parts.length === 0 ? '现在没有拦下的内容' : parts.join('，');
}
