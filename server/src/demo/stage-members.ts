import type { DemoMember, DemoService, DemoVisit } from './demo-member.ts';
import { newcomer } from './demo-member.ts';
import { advisersOfBranch } from './demo-staff.ts';

const service = (kind: DemoService['kind'], daysAgo: number): DemoService => ({
  kind,
  daysAgo,
  secondOfDay: 36_000,
});

/** Something every day, as much as counts: the upper bands of engagement are empty in any market. */
function everyDay(days: number): readonly DemoVisit[] {
  return Array.from({ length: days }, (_, index) => index + 1).flatMap((daysAgo) =>
    (['content_viewed', 'content_dwelled'] as const).flatMap((type) =>
      Array.from({ length: type === 'content_viewed' ? 5 : 1 }, (_, nth) => ({
        type,
        daysAgo,
        secondOfDay: 28_800 + nth * 600,
        value: type === 'content_dwelled' ? 1800 : null,
        isClockSuspect: false,
        isToldTwice: false,
      })),
    ),
  );
}

const trusting = (key: string, name: string, assessedDaysAgo: number): DemoMember => ({
  ...newcomer,
  key,
  name,
  registeredDaysAgo: 600,
  consents: ['SERVICE', 'PROFILING', 'MARKETING', 'SENSITIVE'],
  adviser: advisersOfBranch(0)[0] ?? null,
  adviserDaysAgo: 40,
  isLinked: true,
  holdingFen: 88_000_000,
  lessons: [1, 2, 3, 4].map((position) => ({
    pathCode: 'first-steps',
    position,
    daysAgo: 40 - position,
    hasQuiz: true,
  })),
  services: [
    service('risk_assessed', assessedDaysAgo),
    service('consultation_closed', 30),
    service('consultation_rated', 29),
    service('consultation_closed', 12),
    service('consultation_rated', 11),
  ],
});

/**
 * The upper stages and bands, made by hand. CO_CREATING has nobody: no module tells of contributions yet.
 */
export const stageMembers: readonly DemoMember[] = [
  trusting('stage-1', '温如玉', 35),
  // An assessment that has run out: trust was reached and stays.
  trusting('stage-2', '裴知秋', 380),
  { ...newcomer, key: 'stage-3', name: '祝晨曦', registeredDaysAgo: 200, visits: everyDay(60) },
  {
    ...newcomer,
    key: 'stage-4',
    name: '尤念慈',
    registeredDaysAgo: 200,
    consents: ['SERVICE', 'PROFILING', 'MARKETING'],
    withdrawn: 'MARKETING',
    visits: everyDay(20),
  },
];
