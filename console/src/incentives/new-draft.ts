import type { IncentiveDraft } from '@siyu/shared/contracts/incentive-rules';

/** A rule that is being written: what is not chosen yet is empty. */
export const newDraft: IncentiveDraft = {
  name: '',
  title: '',
  reason: '',
  when: 'lesson_completed',
  condition: null,
  mission: null,
  then: { kind: 'points', points: 10 },
  limits: {
    perDay: 1,
    perWeek: null,
    total: null,
    coolDownHours: null,
    pendingDays: 0,
    expiresAfterDays: 365,
  },
  budget: { awardsMax: 10_000, valueFenMax: 100_000 },
  schedule: { from: null, until: '' },
  priority: 10,
  stackingGroup: null,
  holdoutPercent: 5,
};
