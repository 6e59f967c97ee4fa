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

const PLACES: Readonly<Record<string, string>> = {
  kind: '种类',
  target: '换什么',
  title: '名称',
  name: '名称',
  summary: '说明',
  points: '积分',
  pricePoints: '积分',
  valueFen: '价值',
  stock: '库存',
  perMember: '每人可换',
  from: '开始',
  until: '截止',
  validDays: '有效天数',
};

/** What the desk calls the field that a refusal is about. */
export const itemPlaceName = (path: string): string => PLACES[path] ?? '兑换品';
