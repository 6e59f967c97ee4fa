import type { EpochDay } from '../../time/index.ts';
import type { Afb2023Model } from '../afb/afb-2023-model.ts';
import type { Purchase } from '../afb/purchase.ts';
import { scoreAfb2023 } from '../afb/score-afb-2023.ts';
import type { EngagementFact } from '../facts/engagement-fact.ts';
import { uniqueFacts } from '../facts/unique-facts.ts';
import { nextQuintileChangeOn } from '../quintile/next-quintile-change-on.ts';
import type { RfmQuintileModel } from '../quintile/quintile-model.ts';
import type { RelationHistory } from '../relation/relation-history.ts';
import { relationOn } from '../relation/relation-on.ts';
import type { RelationRules } from '../relation/relation-stage.ts';
import { scoreTieStrength } from '../relation/score-tie-strength.ts';
import type { TieStrengthModel } from '../relation/tie-strength-model.ts';
import type { RfeModel } from '../rfe/rfe-model.ts';
import { scoreRfe } from '../rfe/score-rfe.ts';

/** Every model by its id, with the facts it reads. */
interface Models {
  readonly 'afb-2023': { readonly model: Afb2023Model; readonly facts: readonly Purchase[] };
  readonly 'rfm-quintile': { readonly model: RfmQuintileModel; readonly facts: readonly Purchase[] };
  readonly 'rfm-quintile-fixed': { readonly model: RfmQuintileModel; readonly facts: readonly Purchase[] };
  readonly rfe: { readonly model: RfeModel; readonly facts: readonly EngagementFact[] };
  readonly 'relation-stage': { readonly model: RelationRules; readonly facts: RelationHistory };
  readonly 'tie-strength': { readonly model: TieStrengthModel; readonly facts: readonly EngagementFact[] };
}

type ModelId = keyof Models;

const calendars: {
  readonly [Id in ModelId]: (
    facts: Models[Id]['facts'],
    model: Models[Id]['model'],
    asOf: EpochDay,
  ) => EpochDay | null;
} = {
  'afb-2023': (purchases, model, asOf) => scoreAfb2023(purchases, asOf, model).nextChangeOn,
  'rfm-quintile': (purchases, model, asOf) => nextQuintileChangeOn(uniqueFacts(purchases), model, asOf),
  'rfm-quintile-fixed': (purchases, model, asOf) => nextQuintileChangeOn(uniqueFacts(purchases), model, asOf),
  rfe: (facts, model, asOf) => scoreRfe(facts, asOf, model).nextChangeOn,
  'relation-stage': (history, rules, asOf) => relationOn(history, asOf, null, rules).nextChangeOn,
  'tie-strength': (facts, model, asOf) => scoreTieStrength(facts, asOf, model).nextChangeOn,
};

/**
 * The first later asOf on which anything that is kept of a member's score would differ although no new fact
 * arrives; null when nothing ever will. The nightly run needs to look at a member on that day only. What is kept
 * is window sums, bands, scores, group, flags, stage, steps, evidence and anchors such as the last purchase;
 * counts of days and decayed values move every day and are not.
 *
 * Two readings have a day of their own: `nextHeldChangeOn` for groups under hysteresis, `nextClassicChangeOn` for the
 * classic eight. A score with `memberSince`, or a relation with a stage held, carries its own `nextChangeOn`.
 *
 * @param facts what is known, of any day; those of asOf and later come in as the days pass
 * @param asOf exclusive day boundary: 00:00 Shanghai of this day
 * @throws RangeError when the model cannot score these facts, or has cuts that are not frozen
 * @example
 * nextChangeOn([{ on: epochDay(100), amountFen: fen(1), benefitFen: fen(0) }], afb2023, epochDay(101)) // => 191
 * nextChangeOn([{ factId: 'a', type: 'checked_in', on: epochDay(100) }], rfe, epochDay(101)) // => 104
 */
export function nextChangeOn<Id extends ModelId>(
  facts: Models[Id]['facts'],
  model: Models[Id]['model'] & { readonly id: Id },
  asOf: EpochDay,
): EpochDay | null {
  return calendars[model.id](facts, model, asOf);
}
