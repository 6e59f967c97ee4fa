/** What a figure of a configuration change counts; the words are in the message catalogue. */
export const IMPACT_FIGURES = [
  'served',
  'personalised',
  'scored',
  'amountBandChanges',
  'frequencyBandChanges',
  'benefitBandChanges',
  'anyBandChanges',
  'tiered',
  'tierChanges',
  'publishedLessons',
  'lessonsRefused',
] as const;
export type ImpactFigure = (typeof IMPACT_FIGURES)[number];
/** What cannot be told before the change is made, and why. */
export const IMPACT_UNKNOWNS = ['WINDOW_CHANGES', 'TOO_MANY_PRESETS', 'NOT_USED_YET', 'NOT_COUNTED'] as const;
export type ImpactUnknown = (typeof IMPACT_UNKNOWNS)[number];
/** When and by what the change reaches members. */
export const IMPACT_FOLLOWS = ['score-full', 'segment-tiers', 'next-request'] as const;
export type ImpactFollow = (typeof IMPACT_FOLLOWS)[number];
