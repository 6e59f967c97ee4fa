import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  Configuration,
  type ConfigurationKey,
  type Configured,
  type ConfiguredSince,
} from '../../../foundation/configuration/index.ts';

const Limits = z.strictObject({
  /** Where the figures are from; compliance answers for them. */
  source: z.string().min(1).max(300),
  /** What one member may be given within a year of the calendar (REQ-INC-2). */
  yearlyCapFen: z.int().min(0).max(100_000),
  /** What a point costs the firm, in thousandths of a fen. */
  pointCostMilliFen: z.int().min(1).max(1_000_000),
  /** Gifts that are sent: off until compliance has decided, and says from what source. */
  physicalGifts: z.strictObject({ source: z.string().min(1).max(300), decidedOn: z.iso.date() }).nullable(),
});
export type IncentiveLimitValues = z.infer<typeof Limits>;

/** What thanks may be worth, as the business has set it and compliance approved it. */
@Injectable()
export class IncentiveLimits {
  readonly #key: ConfigurationKey<IncentiveLimitValues>;

  constructor(private readonly configuration: Configuration) {
    this.#key = configuration.register('incentives.limits', Limits, {
      source: '公司激励管理制度（上线前由合规按现行监管规定核定）',
      yearlyCapFen: 20_000,
      pointCostMilliFen: 1_000,
      physicalGifts: null,
    });
  }

  at(moment: number): Promise<Configured<IncentiveLimitValues>> {
    return this.configuration.get(this.#key, moment);
  }

  /** Every version since when it decides, ascending; the first one answers for the time before it too. */
  overTime(): Promise<readonly ConfiguredSince<IncentiveLimitValues>[]> {
    return this.configuration.history(this.#key);
  }
}

/**
 * What points cost the firm, in whole fen and never too little.
 * @example costFenOf(15, 1_500) // => 23
 */
export const costFenOf = (points: number, pointCostMilliFen: number): number =>
  Math.ceil((points * pointCostMilliFen) / 1_000);
