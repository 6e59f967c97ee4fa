import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  Configuration,
  type ConfigurationKey,
  type Configured,
} from '../../foundation/configuration/index.ts';

const Attribution = z.strictObject({
  /** How many days before joining a touch still counts. */
  touchWindowDays: z.int().min(1).max(90),
});
type Attribution = z.infer<typeof Attribution>;

/** The window of attribution as the business has set it. */
@Injectable()
export class AttributionSetting {
  readonly #key: ConfigurationKey<Attribution>;

  constructor(private readonly configuration: Configuration) {
    this.#key = configuration.register('channels.attribution', Attribution, { touchWindowDays: 7 });
  }

  at(now: number): Promise<Configured<Attribution>> {
    return this.configuration.get(this.#key, now);
  }
}
