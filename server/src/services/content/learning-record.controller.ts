import { Controller, Query } from '@nestjs/common';
import { LearningRecord } from '@siyu/shared/contracts/learning-record';
import { learningRecordRoutes } from '@siyu/shared/contracts/learning-record.routes';
import { PageQuery } from '@siyu/shared/contracts/primitives';
import type { z } from 'zod';
import { Access, Bind, Caller, type Principal } from '../../platform/http/index.ts';
import { LearningRecords } from './learning-record.ts';
import { ServiceConsent } from './service-consent.ts';

@Controller()
export class LearningRecordController {
  constructor(
    private readonly consent: ServiceConsent,
    private readonly records: LearningRecords,
  ) {}

  @Bind(learningRecordRoutes.getLearningRecord, { response: LearningRecord })
  @Access({ audience: 'member' })
  async getLearningRecord(
    @Caller() caller: Principal,
    @Query({ schema: PageQuery }) { limit, cursor }: z.output<typeof PageQuery>,
  ): Promise<LearningRecord> {
    return this.records.listOf(await this.consent.memberNoOf(caller), limit, cursor);
  }
}
