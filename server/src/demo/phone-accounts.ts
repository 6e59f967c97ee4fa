import { type DemoLesson, type DemoMember, type DemoPurchase, newcomer } from './demo-member.ts';

const wan = 1_000_000; // 1万 yuan in fen

function purchase(daysAgo: number, amountFen: number, benefitFen = 0): DemoPurchase {
  return { daysAgo, secondOfDay: 36_000, productCode: 'FUND-BALANCED', amountFen, benefitFen };
}

function path(pathCode: string, upTo: number, lastDaysAgo: number): DemoLesson[] {
  return Array.from({ length: upTo }, (_, index) => ({
    pathCode,
    position: index + 1,
    daysAgo: lastDaysAgo + (upTo - 1 - index) * 2,
    hasQuiz: true,
  }));
}

/**
 * The investors one can be on the sandbox's phone, each somewhere else on the way. `demo-1` is missing: that
 * account has never signed in and begins at the consent page.
 */
export const phoneMembers: readonly DemoMember[] = [
  // Sits in a group, and has just begun to read.
  {
    ...newcomer,
    key: 'demo-2',
    account: 'demo-2',
    name: '周桂兰',
    begun: { pathCode: 'first-steps', position: 2, percent: 40 },
  },
  // Knows an adviser; one small purchase long ago: LONG_TAIL.
  {
    ...newcomer,
    key: 'demo-3',
    account: 'demo-3',
    name: '陈志远',
    registeredDaysAgo: 300,
    consents: ['SERVICE', 'PROFILING', 'SENSITIVE'],
    adviser: 'adviser1',
    isLinked: true,
    purchases: [purchase(250, 300_000)],
    lessons: path('first-steps', 1, 9),
  },
  // Has finished a path, with quizzes, and bought lately: FAMILIAR and POTENTIAL.
  {
    ...newcomer,
    key: 'demo-4',
    account: 'demo-4',
    name: '赵敏',
    registeredDaysAgo: 120,
    consents: ['SERVICE', 'PROFILING', 'MARKETING', 'SENSITIVE'],
    adviser: 'adviser1',
    isLinked: true,
    purchases: [purchase(80, 2 * wan), purchase(20, 1 * wan)],
    lessons: path('first-steps', 4, 3),
  },
  // Few but large purchases: KEY_DEVELOP.
  {
    ...newcomer,
    key: 'demo-5',
    account: 'demo-5',
    name: '黄建国',
    branch: 1,
    registeredDaysAgo: 500,
    consents: ['SERVICE', 'PROFILING', 'SENSITIVE'],
    adviser: 'adviser2',
    isLinked: true,
    purchases: [purchase(200, 12 * wan, 6_000_00), purchase(100, 8 * wan, 4_000_00)],
    lessons: path('fund-craft', 2, 6),
  },
  // A daily plan over half a year: KEY_GUIDE; has finished a path.
  {
    ...newcomer,
    key: 'demo-6',
    account: 'demo-6',
    name: '吴佳',
    branch: 1,
    registeredDaysAgo: 420,
    consents: ['SERVICE', 'PROFILING', 'MARKETING', 'SENSITIVE'],
    adviser: 'adviser2',
    isLinked: true,
    purchases: Array.from({ length: 130 }, (_, index) => purchase(2 + index, 10_000)),
    lessons: path('fund-craft', 4, 5),
  },
  // Does not want to be profiled: the feed is by date.
  {
    ...newcomer,
    key: 'demo-7',
    account: 'demo-7',
    name: '孙立',
    branch: 2,
    consents: ['SERVICE'],
    lessons: path('first-steps', 1, 4),
  },
  // Knows an adviser, no account linked, in the middle of a lesson.
  {
    ...newcomer,
    key: 'demo-8',
    account: 'demo-8',
    name: '何雨',
    branch: 2,
    registeredDaysAgo: 75,
    consents: ['SERVICE', 'PROFILING', 'MARKETING'],
    adviser: 'adviser3',
    lessons: path('first-steps', 2, 2),
    begun: { pathCode: 'fund-craft', position: 1, percent: 60 },
  },
];
