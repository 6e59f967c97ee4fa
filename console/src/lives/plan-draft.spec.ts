import { describe, expect, it } from '@jest/globals';
import { LivePlan } from '@siyu/shared/contracts/live-desk';
import { checkPlan, newPlan, planChanges } from './plan-draft.ts';

const plan: LivePlan = {
  ...newPlan,
  title: '怎样读基金季报',
  summary: '用一份季报，看懂规模、持仓和费用。',
  hostId: '01930000-0000-7000-8000-000000000001',
  startsAt: '2026-12-10T12:00:00.000Z',
  endsAt: '2026-12-10T13:00:00.000Z',
  script: '大家好。'.repeat(20),
};
const report = { usesReport: true, reportPublisher: '示例证券研究所', reportOn: '2026-11-20' };

describe('checking the plan of a live while writing', () => {
  it('F-04 a whole plan passes, and what differs from the stored one is named', () => {
    expect(checkPlan(plan)).toEqual([]);
    expect(planChanges(plan, { ...plan, title: '另一个标题', channels: null })).toEqual(['title']);
  });

  it.each<[string, Partial<LivePlan>]>([
    ['title', { title: '' }],
    ['hostId', { hostId: '' }],
    ['script', { script: '太短' }],
    ['endsAt', { endsAt: '2026-12-10T20:00:00.000Z' }],
    [
      'channels.finderUserName',
      {
        platform: 'channels',
        channels: { finderUserName: 'gh_1', noticeId: 'n1' },
        quizLessonId: plan.hostId,
      },
    ],
    ['basis.usesReport', { label: 'advice' }],
    ['basis.reportPublisher', { label: 'advice', basis: { ...report, reportPublisher: '' } }],
    ['basis.reportOn', { label: 'advice', basis: { ...report, reportOn: null } }],
    ['quizLessonId', { platform: 'channels', channels: { finderUserName: 'sph1', noticeId: 'n1' } }],
  ])('F-04 F-09 REQ-ADV-4 finds the fault in %s of the plan of a live', (path, change) => {
    expect(checkPlan({ ...plan, ...change }).map((place) => place.path)).toEqual([path]);
  });
});
