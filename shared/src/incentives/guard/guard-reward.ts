import { isParts, type Parts } from '../../rules/index.ts';
import { REWARD_KINDS } from '../award-rule.ts';
import type { Refuse } from './guard-condition.ts';
import { guardItem, type GuardContext } from './guard-item.ts';
import { refuseUnknownParts } from './known-parts.ts';
import { isCount } from './is-count.ts';
import { refuseKind } from './refuse-kind.ts';

const PARTS: Readonly<Record<(typeof REWARD_KINDS)[number], readonly string[]>> = {
  points: ['kind', 'points'],
  badge: ['kind', 'badge'],
  coupon: ['kind', 'itemId'],
  voucher: ['kind', 'entitlement'],
};

/** Looks at what a rule gives. */
export function guardReward(then: unknown, context: GuardContext, refuse: Refuse): void {
  if (!isParts(then)) return refuse('not_whole', 'then');
  const kind = REWARD_KINDS.find((each) => each === then['kind']);
  if (kind === undefined) {
    refuseKind(then['kind'], 'then.kind', refuse);
    return refuseUnknownParts(then, ['kind', 'points', 'amountFen'], 'then', refuse);
  }
  refuseUnknownParts(then, PARTS[kind], 'then', refuse);
  guardKind(kind, then, context, refuse);
}

function guardKind(
  kind: (typeof REWARD_KINDS)[number],
  { points, badge, itemId, entitlement }: Parts,
  context: GuardContext,
  refuse: Refuse,
): void {
  switch (kind) {
    case 'points':
      // Anything else than a number could be a range to draw from.
      if (isParts(points) || Array.isArray(points)) refuse('by_chance', 'then.points');
      else if (!isCount(points)) refuse('not_whole', 'then.points');
      return;
    case 'badge':
      if (typeof badge !== 'string' || badge === '') refuse('not_whole', 'then.badge');
      return;
    case 'voucher':
      if (entitlement !== 'CONSULTATION') refuseKind(entitlement, 'then.entitlement', refuse);
      return;
    case 'coupon': {
      const item = typeof itemId === 'string' ? context.items.get(itemId) : undefined;
      if (item === undefined) return refuse('not_whole', 'then.itemId');
      for (const { code, what } of guardItem(item, context)) refuse(code, 'then.itemId', what);
    }
  }
}
