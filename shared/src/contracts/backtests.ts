import { z } from 'zod';
import { EARNING_EVENTS, VERDICTS } from '../incentives/index.ts';
import { AWARD_HOLDS } from './awards.limits.ts';
import { ConditionSeen } from './awards.ts';
import { BACKTEST_STATES, COLLISION_KINDS, NAMED_SHARES_MAX, RECEIVERS_SHOWN } from './backtests.limits.ts';
import { IncentiveDraft } from './incentive-rules.ts';
import { CivilDay, Instant, PublicId } from './primitives.ts';

const Count = z.number().int().min(0);

/** What was given. */
const Given = z.object({ awards: Count, points: Count, valueFen: Count });
export type Given = z.infer<typeof Given>;

const Share = Given.extend({ name: z.string(), members: Count });
export type BacktestShare = z.infer<typeof Share>;

/** What the draft would have given in the window, beside what was really given. Behaviour is held fixed. */
export const BacktestReport = z
  .object({
    /** Facts that were decided anew. */
    events: Count,
    /** Of the draft. */
    given: Given,
    /** Of the same rule, really; null for one that was never live in the window. */
    really: Given.nullable(),
    /** Of all rules together. */
    allGiven: Given,
    allReally: Given,
    /** Whom the draft would have reached. */
    members: Count,
    /** Every day of the window in its order, those on which nothing is given too. */
    days: z.array(Given.extend({ day: CivilDay, reallyPoints: Count, reallyValueFen: Count })),
    /** `endsOn`: the day on which the draft's own fresh budget has no room any more. */
    budget: z.object({ awardsMax: Count, valueFenMax: Count, endsOn: CivilDay.nullable() }),
    /** As of the day of the event; a member can stand in several segments. */
    groups: z.array(Share).max(NAMED_SHARES_MAX),
    segments: z.array(Share).max(NAMED_SHARES_MAX),
    /** Null: the draft is no mission. */
    missions: z.object({ finished: Count, underWay: Count }).nullable(),
    /** Who gets most, under masked names. */
    receivers: z.array(Given.extend({ memberId: PublicId, displayName: z.string() })).max(RECEIVERS_SHOWN),
    /** `taken`: awards that the draft lost to the other rule; `given`: that the other one lost to the draft. */
    collisions: z
      .array(
        z.object({
          ruleId: PublicId,
          name: z.string(),
          kind: z.enum(COLLISION_KINDS),
          taken: Count,
          given: Count,
        }),
      )
      .max(NAMED_SHARES_MAX),
    /** Awards that would be held for a person. */
    suspicions: z.array(z.object({ hold: z.enum(AWARD_HOLDS), awards: Count })),
    /** By rule, the draft's own too. */
    rules: z
      .array(z.object({ ruleId: PublicId, name: z.string(), given: Given, really: Given }))
      .max(NAMED_SHARES_MAX),
  })
  .meta({ id: 'BacktestReport' });
export type BacktestReport = z.infer<typeof BacktestReport>;

/** `until` is exclusive; the revision is of the rule, so that exactly what was seen is tested. */
export const AskBacktest = z
  .object({ from: Instant, until: Instant, revision: z.number().int().min(1) })
  .meta({ id: 'AskBacktest' });
export type AskBacktest = z.infer<typeof AskBacktest>;

export const BacktestRow = z
  .object({
    runId: PublicId,
    ruleId: PublicId,
    state: z.enum(BACKTEST_STATES),
    /** Whole, 0 to 100. */
    percent: z.number().int().min(0).max(100),
    from: Instant,
    until: Instant,
    /** Of the draft that was tested, and whether it is what is written now. */
    sha256: z.string().length(64),
    isCurrent: z.boolean(),
    askedByName: z.string(),
    askedAt: Instant,
    finishedAt: Instant.nullable(),
    mayCancel: z.boolean(),
  })
  .meta({ id: 'BacktestRow' });
export type BacktestRow = z.infer<typeof BacktestRow>;

/** The latest first. */
export const BacktestRows = z.object({ rows: z.array(BacktestRow) }).meta({ id: 'BacktestRows' });
export type BacktestRows = z.infer<typeof BacktestRows>;

/** `report` is null until it is done. */
export const BacktestDetail = BacktestRow.extend({
  draft: IncentiveDraft,
  report: BacktestReport.nullable(),
}).meta({ id: 'BacktestDetail' });
export type BacktestDetail = z.infer<typeof BacktestDetail>;

/** One member and one event of theirs; without one the latest of the kind that the rule waits for. */
export const AskWhatIf = z
  .object({ memberId: PublicId, eventId: PublicId.optional() })
  .meta({ id: 'AskWhatIf' });
export type AskWhatIf = z.infer<typeof AskWhatIf>;

/** What each rule would say of the event, the draft first, and what each condition saw. */
export const WhatIfAnswer = z
  .object({
    displayName: z.string(),
    event: z.object({ eventId: PublicId, event: z.enum(EARNING_EVENTS), occurredAt: Instant }),
    verdicts: z.array(
      z.object({
        ruleId: PublicId,
        name: z.string(),
        isDraft: z.boolean(),
        verdict: z.enum(VERDICTS),
        conditions: z.array(ConditionSeen),
      }),
    ),
  })
  .meta({ id: 'WhatIfAnswer' });
export type WhatIfAnswer = z.infer<typeof WhatIfAnswer>;
