import { z } from 'zod';
import {
  INVESTOR_LEVELS,
  LIFE_STAGES,
  MATCH_REASONS,
  OFFER_REASONS,
  OFFER_VERDICTS,
  OFFERED_SERVICES,
  PRODUCT_TYPES,
} from '../suitability/index.ts';
import { CAMPAIGN_SEGMENTS_MAX } from './campaigns.limits.ts';
import { CONTENT_KINDS } from './content.limits.ts';
import { ContentId } from './primitives.ts';
import { SegmentKey } from './segments.ts';

const Count = z.number().int();

/** What is spoken of, why, and what suitability says of it. It never names a single product, nor how any of them did. */
export const MatchedOffer = z
  .object({
    offer: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('CONTENT'),
        /** The topic. */
        code: z.string(),
        /** Published texts of education on it, the latest first; there may be none now. */
        contents: z.array(z.object({ contentId: ContentId, kind: z.enum(CONTENT_KINDS), title: z.string() })),
      }),
      z.object({ kind: z.literal('SERVICE'), code: z.enum(OFFERED_SERVICES) }),
      z.object({ kind: z.literal('PRODUCT_TYPE'), code: z.enum(PRODUCT_TYPES) }),
    ]),
    verdict: z.enum(OFFER_VERDICTS),
    /** What of the member the matrix asked for; never empty. `name`: of a segment. */
    reasons: z
      .array(z.object({ code: z.enum(OFFER_REASONS), about: z.string(), name: z.string().nullable() }))
      .min(1),
    /** As the matrix says it; never empty. */
    whys: z.array(z.string()).min(1),
    /** Of an unsuitable one: all that speaks against it. */
    against: z.array(z.enum(MATCH_REASONS)),
  })
  .meta({ id: 'MatchedOffer' });
export type MatchedOffer = z.infer<typeof MatchedOffer>;

/** What suits to be spoken of with a member now, in the order of the firm's matrix. */
export const MemberMatches = z
  .object({
    /** Of the matrix in force. */
    version: Count,
    /** The member does not want to be sorted: only what is for everybody is told. */
    isSwitchedOff: z.boolean(),
    /** From the year of birth that the member told; null: not told, or not to be used. */
    lifeStage: z.enum(LIFE_STAGES).nullable(),
    level: z.enum(['NONE', ...INVESTOR_LEVELS]),
    offered: z.array(MatchedOffer),
    /** What the matrix names and does not suit now. */
    withheld: z.array(MatchedOffer),
  })
  .meta({ id: 'MemberMatches' });
export type MemberMatches = z.infer<typeof MemberMatches>;

export const SuggestionsQuery = z.object({
  /** With commas between them; members in any of these. */
  segmentKeys: z
    .string()
    .transform((keys) => keys.split(','))
    .pipe(z.array(SegmentKey).min(1).max(CAMPAIGN_SEGMENTS_MAX)),
});
export type SuggestionsQuery = z.input<typeof SuggestionsQuery>;

/** What suits to be spoken of with members of the caller's own book who are in the segments. */
export const Suggestions = z
  .object({
    version: Count,
    /** How many of them were looked at. */
    members: Count,
    /** Those offered to most come first, then in the order of the matrix. */
    offers: z.array(z.object({ offer: MatchedOffer, suits: Count })),
  })
  .meta({ id: 'Suggestions' });
export type Suggestions = z.infer<typeof Suggestions>;
