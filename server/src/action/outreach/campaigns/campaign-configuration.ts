import { Injectable } from '@nestjs/common';
import { RESULT_WINDOW_DAYS } from '@siyu/shared/contracts/campaigns.limits';
import { addDays, dayOfInstant, startOfDay } from '@siyu/shared/time';
import { z } from 'zod';
import { Configuration, type ConfigurationKey } from '../../../foundation/configuration/index.ts';

const Results = z.object({ windowDays: z.number().int().min(1).max(RESULT_WINDOW_DAYS.most) }).strict();
type Results = z.infer<typeof Results>;

/** What the firm sets about campaigns, each version of it seen by a second person. */
@Injectable()
export class CampaignConfiguration {
  readonly #results: ConfigurationKey<Results>;

  constructor(private readonly configuration: Configuration) {
    const initial = { windowDays: RESULT_WINDOW_DAYS.default };
    this.#results = configuration.register('outreach.results', Results, initial);
  }

  /** The end of the last day on which what members do counts, of a campaign that begins now. */
  async resultsUntil(now: number): Promise<number> {
    const { windowDays } = (await this.configuration.get(this.#results, now)).value;
    return startOfDay(addDays(dayOfInstant(now), windowDays + 1));
  }
}
