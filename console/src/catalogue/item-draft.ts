import type { ItemDraft } from '@siyu/shared/contracts/catalogue-desk';
import { ITEM_TITLE_MIN, KINDS_WITH_TARGET } from '@siyu/shared/contracts/redemption.limits';

const DAY_MS = 86_400_000;

/** A new item: three months from today. */
export function emptyItem(now: number): ItemDraft {
  return {
    kind: 'CONSULTATION',
    target: null,
    title: '',
    summary: '',
    points: 100,
    valueFen: 0,
    stock: 20,
    perMember: 1,
    from: new Date(now).toISOString(),
    until: new Date(now + 90 * DAY_MS).toISOString(),
    validDays: 90,
  };
}

/** Whether it can be saved. */
export const isWhole = ({ kind, target, title, from, until }: ItemDraft): boolean =>
  title.trim().length >= ITEM_TITLE_MIN &&
  from !== '' &&
  until !== '' &&
  (target !== null || !KINDS_WITH_TARGET.includes(kind));
