import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayOfInstant } from '@siyu/shared/time';
import type { Transaction } from '../../platform/database/index.ts';
import { type PurgedStep, Purges } from '../retention/index.ts';
import { ImpactAssessment } from './impact-assessment.entity.ts';

/**
 * The law has assessments kept for three years (PIPL 56). They are counted from the last day on which a version could
 * have counted, which is never before the day it was written. The register is short: one step is all of it.
 */
@Injectable()
export class AssessmentPurge implements OnModuleInit {
  constructor(private readonly purges: Purges) {}

  onModuleInit(): void {
    this.purges.register({ line: 'assessments', step: (tx, _, before) => this.#step(tx, before) });
  }

  async #step({ manager }: Transaction, before: number): Promise<PurgedStep> {
    const { affected } = await manager
      .createQueryBuilder()
      .delete()
      .from(ImpactAssessment)
      .where('valid_until < :day', { day: dayOfInstant(before) })
      .execute();
    return { removed: affected ?? 0, through: null };
  }
}
