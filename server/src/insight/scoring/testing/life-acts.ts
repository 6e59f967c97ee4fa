import fc from 'fast-check';

/** Something that happens to a member, in the order in which the firm learns of it. */
export type Act =
  /** The core system tells a purchase of some days ago, confirmed at once. */
  | { readonly act: 'buy'; readonly daysAgo: number; readonly yuan: number }
  /** Another amount of a purchase that was told before; 0 means nothing was bought. */
  | { readonly act: 'correct'; readonly nth: number; readonly yuan: number }
  | { readonly act: 'refund'; readonly nth: number }
  /** Everything that was told of one purchase is told again. */
  | { readonly act: 'tellAgain'; readonly nth: number }
  /** The phone reports; what lies back more than a week has a wrong clock. */
  | { readonly act: 'report'; readonly type: 'content_viewed' | 'content_dwelled'; readonly hoursAgo: number }
  | { readonly act: 'reportAgain'; readonly nth: number }
  | { readonly act: 'learn'; readonly type: 'lesson_completed' | 'quiz_submitted'; readonly daysAgo: number }
  | { readonly act: 'bind'; readonly adviser: number }
  | { readonly act: 'decide'; readonly purpose: 'PROFILING' | 'SENSITIVE'; readonly isGranted: boolean }
  /** A second registration of the person joins the first, or parts from it. */
  | { readonly act: 'merge' }
  | { readonly act: 'part' }
  /** A new version of the model goes live and everybody is scored under it. */
  | { readonly act: 'remodel'; readonly recentDays: number }
  | { readonly act: 'sleep'; readonly days: number };

/** Whose act it is: of the registration that stays, or of the one that may be merged into it. */
export type Scene = readonly { readonly who: 'first' | 'second'; readonly what: Act }[];

const nth = fc.nat(4);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('buy'),
      daysAgo: fc.constantFrom(0, 1, 30, 89, 90, 91, 180, 364, 365, 366, 500),
      yuan: fc.constantFrom(100, 9_999, 10_000, 50_000, 100_000, 700_000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('correct'),
      nth,
      yuan: fc.constantFrom(0, 100, 60_000, 200_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('refund'), nth }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('tellAgain'), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('report'),
      type: fc.constantFrom('content_viewed', 'content_dwelled'),
      hoursAgo: fc.constantFrom(0, 1, 26, 100, 24 * 30),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reportAgain'), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('learn'),
      type: fc.constantFrom('lesson_completed', 'quiz_submitted'),
      daysAgo: fc.constantFrom(0, 3, 20, 59, 60, 61),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('bind'), adviser: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('decide'),
      purpose: fc.constantFrom('PROFILING', 'SENSITIVE'),
      isGranted: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'merge' }) },
  { weight: 1, arbitrary: fc.constant({ act: 'part' }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('remodel'), recentDays: fc.constantFrom(30, 60, 90) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('sleep'), days: fc.constantFrom(1, 2, 4, 30, 61, 91) }),
  },
);

export const scenes: fc.Arbitrary<Scene> = fc.array(
  fc.record({ who: fc.constantFrom('first', 'first', 'second'), what: act }),
  { minLength: 6, maxLength: 14 },
);

/** One life in which everything happens at least once. */
export const everything: Scene = [
  { who: 'first', what: { act: 'bind', adviser: 0 } },
  { who: 'first', what: { act: 'buy', daysAgo: 30, yuan: 100_000 } },
  { who: 'first', what: { act: 'report', type: 'content_viewed', hoursAgo: 1 } },
  { who: 'second', what: { act: 'learn', type: 'quiz_submitted', daysAgo: 3 } },
  { who: 'first', what: { act: 'sleep', days: 4 } },
  { who: 'first', what: { act: 'buy', daysAgo: 366, yuan: 700_000 } },
  { who: 'first', what: { act: 'buy', daysAgo: 20, yuan: 50_000 } },
  { who: 'first', what: { act: 'tellAgain', nth: 0 } },
  { who: 'first', what: { act: 'correct', nth: 0, yuan: 60_000 } },
  { who: 'first', what: { act: 'reportAgain', nth: 0 } },
  { who: 'first', what: { act: 'report', type: 'content_dwelled', hoursAgo: 100 } },
  { who: 'first', what: { act: 'sleep', days: 2 } },
  { who: 'second', what: { act: 'report', type: 'content_viewed', hoursAgo: 24 * 30 } },
  { who: 'first', what: { act: 'merge' } },
  { who: 'second', what: { act: 'learn', type: 'lesson_completed', daysAgo: 1 } },
  { who: 'first', what: { act: 'sleep', days: 30 } },
  { who: 'first', what: { act: 'remodel', recentDays: 30 } },
  { who: 'first', what: { act: 'refund', nth: 0 } },
  { who: 'first', what: { act: 'decide', purpose: 'PROFILING', isGranted: false } },
  { who: 'first', what: { act: 'sleep', days: 1 } },
  { who: 'first', what: { act: 'decide', purpose: 'PROFILING', isGranted: true } },
  { who: 'first', what: { act: 'part' } },
  { who: 'first', what: { act: 'sleep', days: 61 } },
  { who: 'first', what: { act: 'bind', adviser: 1 } },
  { who: 'first', what: { act: 'sleep', days: 91 } },
];
