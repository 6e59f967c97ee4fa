import type { LearningRecord } from './learning-record.ts';
import { defineRoute } from './route.ts';

export const learningRecordRoutes = {
  getLearningRecord: defineRoute<{ query: { limit?: number; cursor?: string } }, LearningRecord>(
    'content.getLearningRecord',
    'member',
    'GET',
    '/v1/learning-record',
  ),
} as const;
