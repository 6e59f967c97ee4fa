import { Injectable } from '@nestjs/common';
import { MATRIX_ROWS_MAX, MATRIX_TOPIC_MAX, MATRIX_WHY_MAX } from '@siyu/shared/contracts/matching.limits';
import { SegmentKey } from '@siyu/shared/contracts/segments';
import {
  INVESTOR_LEVELS,
  LIFE_STAGES,
  type MatchingMatrix,
  OFFERED_SERVICES,
  PRODUCT_TYPES,
} from '@siyu/shared/suitability';
import { z } from 'zod';
import { Configuration, type ConfigurationKey } from '../../../foundation/configuration/index.ts';
import { initialMatrix } from './initial-matrix.ts';

const AGE_MAX = 120;
const Offer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('CONTENT'), code: z.string().trim().min(1).max(MATRIX_TOPIC_MAX) }).strict(),
  z.object({ kind: z.literal('SERVICE'), code: z.enum(OFFERED_SERVICES) }).strict(),
  z.object({ kind: z.literal('PRODUCT_TYPE'), code: z.enum(PRODUCT_TYPES) }).strict(),
]);
const Row = z
  .object({
    segment: SegmentKey.nullable(),
    lifeStage: z.enum(LIFE_STAGES).nullable(),
    levels: z
      .array(z.enum(['NONE', ...INVESTOR_LEVELS]))
      .min(1)
      .nullable(),
    offer: Offer,
    why: z.string().trim().min(2).max(MATRIX_WHY_MAX),
  })
  .strict();

const Matrix = z
  .object({
    lifeStages: z
      .array(z.object({ stage: z.enum(LIFE_STAGES), fromAge: z.number().int().min(0).max(AGE_MAX) }).strict())
      .max(LIFE_STAGES.length),
    rows: z.array(Row).min(1).max(MATRIX_ROWS_MAX),
  })
  .strict()
  .superRefine(({ lifeStages }, context) => {
    for (const [at, { fromAge }] of lifeStages.entries())
      if (at > 0 && fromAge <= (lifeStages[at - 1]?.fromAge ?? 0))
        context.addIssue({
          code: 'custom',
          path: ['lifeStages', at, 'fromAge'],
          message: '年龄要一个比一个大',
        });
  });

/** The firm's matrix of what suits whom, each version of it seen by a second person. */
@Injectable()
export class MatchingConfiguration {
  readonly #matrix: ConfigurationKey<MatchingMatrix>;

  constructor(private readonly configuration: Configuration) {
    this.#matrix = configuration.register('outreach.matching', Matrix, initialMatrix);
  }

  async matrix(now: number): Promise<{ readonly version: number; readonly matrix: MatchingMatrix }> {
    const { version, value } = await this.configuration.get(this.#matrix, now);
    return { version, matrix: value };
  }
}
