import { isParts } from '../../rules/index.ts';
import { guardCondition, type Refuse } from './guard-condition.ts';
import { isCount } from './is-count.ts';
import { refuseKind } from './refuse-kind.ts';
import { isCheckedGroup } from './is-checked-group.ts';
import { refuseUnknownParts } from './known-parts.ts';
import { refusals } from './refusals.ts';
import type { Refusal } from './refusal.ts';

/** Kinds of item that a catalogue may hold; of gifts one can hold only with a decision of compliance. */
export const ITEM_KINDS = ['COURSE', 'LIVE_SEAT', 'CONSULTATION', 'DATA_RIGHT', 'PHYSICAL'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What the law limits by numbers and decisions, as it is configured today. */
export interface GuardContext {
  /** What one member may be given in a year. */
  readonly yearlyCapFen: number;
  /** What a point costs, thousandths of a fen. */
  readonly pointCostMilliFen: number;
  /** Whether compliance recorded a decision, with its source, that allows physical gifts. */
  readonly arePhysicalGiftsAllowed: boolean;
  /** Items that a rule may give, by id, see `guardItem`. */
  readonly items: ReadonlyMap<string, object>;
}

const PARTS = ['itemId', 'name', 'kind', 'target', 'pricePoints', 'valueFen', 'perMember', 'condition'];

/**
 * Why an item of the catalogue may not be; empty: it may.
 *
 * @param item its kind, its price, what it is worth and how often a member may have it a year; nothing else may decide
 */
export function guardItem(item: object, context: GuardContext): readonly Refusal[] {
  return refusals((refuse) => {
    if (!isParts(item)) return refuse('not_whole', '');
    refuseUnknownParts(item, PARTS, '', refuse);
    guardItemKind(item['kind'], context, refuse);
    const { valueFen, perMember, condition = null } = item;
    if (condition !== null) {
      if (isCheckedGroup(condition)) guardCondition(condition, 'condition', refuse);
      else refuse('not_whole', 'condition');
    }
    if (typeof valueFen !== 'number' || !Number.isSafeInteger(valueFen) || valueFen < 0)
      return refuse('not_whole', 'valueFen');
    const times = perMember === null ? Infinity : perMember;
    if (times !== Infinity && !isCount(times)) refuse('not_whole', 'perMember');
    else if (valueFen > 0 && valueFen * times > context.yearlyCapFen) refuse('yearly_value', 'valueFen');
  });
}

function guardItemKind(kind: unknown, { arePhysicalGiftsAllowed }: GuardContext, refuse: Refuse): void {
  if (!ITEM_KINDS.some((each) => each === kind)) return refuseKind(kind, 'kind', refuse);
  if (kind === 'PHYSICAL' && !arePhysicalGiftsAllowed) refuse('physical_gift', 'kind');
}
