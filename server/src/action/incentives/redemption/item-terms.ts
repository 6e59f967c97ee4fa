import { ItemDraft } from '@siyu/shared/contracts/catalogue-desk';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import type { CatalogueItem } from './catalogue-item.entity.ts';

type Terms = Pick<
  CatalogueItem,
  | 'kind'
  | 'target'
  | 'title'
  | 'summary'
  | 'points'
  | 'valueFen'
  | 'stock'
  | 'perMember'
  | 'fromAt'
  | 'untilAt'
  | 'validDays'
>;

/** The terms of an item as a person writes them. */
export function draftOf({ fromAt, untilAt, ...terms }: Terms): ItemDraft {
  const [from, until] = [fromAt, untilAt].map((at) => new Date(at).toISOString());
  return ItemDraft.parse({ ...terms, from, until });
}

/** The same as they are stored, with their hash. */
export function columnsOf({ from, until, ...terms }: ItemDraft): Terms & Pick<CatalogueItem, 'sha256'> {
  const columns = { ...terms, fromAt: Date.parse(from), untilAt: Date.parse(until) };
  return { ...columns, sha256: hashOf(columns) };
}

/** An item as the guard looks at it. */
export function guardedItem({ itemId, title: name, kind, target, ...item }: CatalogueItem) {
  return {
    itemId,
    name,
    kind,
    target,
    pricePoints: item.points,
    valueFen: item.valueFen,
    perMember: item.perMember,
  };
}

/** Hash of the terms, whatever hash was once noted beside them. */
export function hashOf(terms: Terms): string {
  return sha256OfJson(draftOf(terms));
}
