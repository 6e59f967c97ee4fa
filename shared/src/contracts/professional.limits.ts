/** Kind of subject under which applications are reviewed and audited. */
export const PROFESSIONAL_SUBJECT = 'professional_application';

/** What a natural person rests an application on. */
export const PROFESSIONAL_GROUNDS = [
  'CONVERSION_ASSETS',
  'CONVERSION_INCOME',
  'LISTED_ASSETS',
  'LISTED_INCOME',
] as const;
export type ProfessionalGround = (typeof PROFESSIONAL_GROUNDS)[number];

/**
 * What each ground asks for, in units of 10,000 yuan and years of investing. Suitability measures (CSRC order 130, as
 * amended 2022): art 8(5) for those who are professional by the list, art 11 for ordinary investors who ask to become so.
 */
export const PROFESSIONAL_THRESHOLDS = {
  CONVERSION_ASSETS: { leastWan: 300, experienceYears: 1, article: 11 },
  CONVERSION_INCOME: { leastWan: 30, experienceYears: 1, article: 11 },
  LISTED_ASSETS: { leastWan: 500, experienceYears: 2, article: 8 },
  LISTED_INCOME: { leastWan: 50, experienceYears: 2, article: 8 },
} as const satisfies Record<
  ProfessionalGround,
  { readonly leastWan: number; readonly experienceYears: number; readonly article: number }
>;

/**
 * `WAITING`: nobody has looked yet. `CHECKED`: one person found the evidence sufficient, a second one decides. `ENDED`: the
 * member went back to being an ordinary investor.
 */
export const PROFESSIONAL_STATES = [
  'WAITING',
  'CHECKED',
  'APPROVED',
  'REFUSED',
  'WITHDRAWN',
  'ENDED',
] as const;
export type ProfessionalState = (typeof PROFESSIONAL_STATES)[number];
/** States in which the firm owes the next step. */
export const OWED_PROFESSIONAL_STATES = ['WAITING', 'CHECKED'] as const;

/** How long it counts once two people agreed; our own choice. */
export const PROFESSIONAL_VALID_MONTHS = 12;
export const PROFESSIONAL_PICTURES_MAX = 6;
export const PROFESSIONAL_PICTURE_BYTES_MAX = 5 * 1_048_576;
export const PROFESSIONAL_PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export const PROFESSIONAL_STATEMENT_MAX = 300;
export const PROFESSIONAL_REFUSAL_MAX = 300;
