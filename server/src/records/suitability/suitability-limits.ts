import { Injectable } from '@nestjs/common';
import { ASSESSMENT_LIMITS, type AssessmentLimits, VALID_MONTHS_MAX } from '@siyu/shared/suitability';
import { z } from 'zod';
import {
  Configuration,
  type ConfigurationKey,
  type Configured,
} from '../../foundation/configuration/index.ts';

const Limits = z.strictObject({
  /** Where the figures are from; compliance answers for them. */
  source: z.string().min(1).max(300),
  validMonths: z.int().min(1).max(VALID_MONTHS_MAX),
  perDay: z.int().min(1).max(10),
  perYear: z.int().min(1).max(50),
  jumpLevels: z.int().min(1).max(5),
  jumpDays: z.int().min(1).max(366),
  /** So many days before the end the member is reminded. */
  reminderDays: z.int().min(1).max(90),
}) satisfies z.ZodType<AssessmentLimits>;
type Limits = z.infer<typeof Limits>;

/** How long an assessment counts, how often it may be done, and what rise a person looks at, as compliance decided. */
@Injectable()
export class SuitabilityLimits {
  readonly #key: ConfigurationKey<Limits>;

  constructor(private readonly configuration: Configuration) {
    this.#key = configuration.register('suitability.limits', Limits, {
      source: '公司适当性管理制度（上线前由合规按现行监管规定核定）',
      ...ASSESSMENT_LIMITS,
      reminderDays: 30,
    });
  }

  at(moment: number): Promise<Configured<Limits>> {
    return this.configuration.get(this.#key, moment);
  }
}
