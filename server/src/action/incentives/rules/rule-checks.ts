import { Injectable } from '@nestjs/common';
import { guardedFields } from '@siyu/shared/contracts/award-fields.limits';
import { HOLDOUT_PERCENT_MIN } from '@siyu/shared/contracts/incentive-effects.limits';
import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';
import { missionMisfit } from '@siyu/shared/contracts/incentive-rules.limits';
import { guardDraft, type Refusal } from '@siyu/shared/incentives';
import type { EntityManager } from 'typeorm';
import { sha256OfJson } from '../../../foundation/audit/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Segments } from '../../../insight/segments/index.ts';
import { costFenOf, IncentiveLimits } from '../limits/incentive-limits.ts';
import { type FrozenRule, freezeRule } from './frozen-rule.ts';
import { type GivableItem, guardedItems, RuleItems } from './rule-items.ts';

/** A draft as the guard found it. */
export interface CheckedDraft {
  readonly refusals: readonly Refusal[];
  /** Null when it is refused: nothing can be decided by it. */
  readonly frozen: FrozenRule | null;
  /** Over what is written and what it means: another one after somebody changed a segment or an item that it names. */
  readonly sha256: string;
  /** Of one award. */
  readonly valueFen: number;
}

/** Asks the guard of a rule that is written, handed in or approved, with what segments and configuration say now (G-03). */
@Injectable()
export class RuleChecks {
  constructor(
    private readonly clock: Clock,
    private readonly segments: Segments,
    private readonly limits: IncentiveLimits,
    private readonly items: RuleItems,
  ) {}

  /** @param of the number of the rule and of the version that the draft would be */
  async check(
    manager: EntityManager,
    draft: IncentiveDraft,
    of: { readonly ruleNo: number; readonly version: number },
  ): Promise<CheckedDraft> {
    const now = this.clock.now();
    const { value } = await this.limits.at(now);
    const segments = await this.segments.liveRules(manager);
    const items = await this.items.givenBy(manager, [draft.then]);
    const item = draft.then.kind === 'coupon' ? items.get(draft.then.itemId) : undefined;
    const valueFen = valueFenOf(draft, value.pointCostMilliFen, item);
    const { from, until } = draft.schedule;
    const begins = from === null ? now : Math.max(now, Date.parse(from));
    const parts = {
      ...freezeRule(draft, { ...of, condition: null, valueFen }),
      condition: draft.condition,
      schedule: { from: begins, until: Date.parse(until) },
    };
    const { refusals: guarded, condition } = guardDraft(parts, {
      yearlyCapFen: value.yearlyCapFen,
      pointCostMilliFen: value.pointCostMilliFen,
      arePhysicalGiftsAllowed: value.physicalGifts !== null,
      items: guardedItems(items),
      fields: guardedFields,
      segments,
    });
    const frozen = freezeRule(draft, { ...of, condition, valueFen });
    const refusals = [...guarded, ...otherItem(draft, item), ...misfit(draft), ...unheld(draft)];
    return {
      refusals,
      frozen: refusals.length === 0 ? frozen : null,
      sha256: sha256OfJson({ draft, frozen, ...(item !== undefined && { item: item.sha256 }) }),
      valueFen,
    };
  }
}

function valueFenOf(
  { then }: IncentiveDraft,
  pointCostMilliFen: number,
  item: GivableItem | undefined,
): number {
  switch (then.kind) {
    case 'points':
      return costFenOf(then.points, pointCostMilliFen);
    case 'voucher':
      return then.valueFen;
    case 'coupon':
      return item?.guarded.valueFen ?? 0;
    case 'badge':
      return 0;
  }
}

/** A mission that another event than the one the rule waits for could complete would be thanked for by nobody. */
function misfit({ mission, when }: IncentiveDraft): readonly Refusal[] {
  const place = mission === null ? null : missionMisfit(mission, when);
  return place === null ? [] : [{ requirement: 'REQ-INC-4', code: 'not_whole', place, what: '' }];
}

/** Without anybody held out nobody can ever say whether a rule did anything (H-05). */
function unheld({ holdoutPercent }: IncentiveDraft): readonly Refusal[] {
  if (holdoutPercent >= HOLDOUT_PERCENT_MIN) return [];
  return [{ requirement: 'REQ-INC-4', code: 'not_whole', place: 'holdoutPercent', what: '' }];
}

/** What the reviewer reads is the name of what is given; one that is not known is refused already. */
function otherItem({ then }: IncentiveDraft, item: GivableItem | undefined): readonly Refusal[] {
  if (then.kind !== 'coupon' || item === undefined || item.title === then.title) return [];
  return [{ requirement: 'REQ-INC-4', code: 'not_whole', place: 'then.title', what: '' }];
}
