import { z } from 'zod';
import {
  CARD_TEXT_MAX,
  CARD_TITLE_MAX,
  CONTENT_LABELS,
  LESSON_BODY_MAX,
  LESSON_BODY_MIN,
  LESSON_SUMMARY_MAX,
  LESSON_TITLE_MAX,
  POSTER_ALT_MAX,
  POSTER_PIXELS_MAX,
  REPORT_PUBLISHER_MAX,
} from './content.limits.ts';
import { CARRIES, CivilDay, ContentId, PublicId } from './primitives.ts';
import { GROUPS, STAGES } from './scoring.limits.ts';

// --- what a member sees

/** What stands beside every published item, of whichever kind (REQ-PUB-4). */
export const Published = {
  lessonId: ContentId,
  label: z.enum(CONTENT_LABELS),
  title: z.string(),
  publishedOn: CivilDay,
  /** Who signs, with the number of the registration: advice is never shown without (REQ-ADV-1). */
  signedBy: z.object({ name: z.string(), registrationNo: z.string() }).nullable(),
  firmName: z.string(),
};

/**
 * What advice rests on (REQ-ADV-4): whether it uses a research report, and then whose and of which day. A draft may be
 * unfinished here; one that is handed in may not.
 */
export const AdviceBasis = z
  .object({
    usesReport: z.boolean(),
    reportPublisher: z.string().trim().max(REPORT_PUBLISHER_MAX),
    /** The civil day on which the report was published. */
    reportOn: CivilDay.nullable(),
  })
  .meta({ id: 'AdviceBasis', [CARRIES]: 'ADVICE' });
export type AdviceBasis = z.infer<typeof AdviceBasis>;

/** Where a card or a poster leads: to something that the member can read now. */
export const ContentTarget = z
  .object({ kind: z.enum(['lesson', 'article']), lessonId: ContentId, title: z.string() })
  .meta({ id: 'ContentTarget' });
export type ContentTarget = z.infer<typeof ContentTarget>;

const pixels = z.number().int().min(1).max(POSTER_PIXELS_MAX);
/** The picture of a poster, as its editor gave it; the sizes are those of the file. */
export const PosterPicture = z
  .object({
    pictureId: PublicId,
    /** What the picture says and shows, for those who cannot see it; read by the wording check. */
    alt: z.string().min(4).max(POSTER_ALT_MAX),
    width: pixels,
    height: pixels,
  })
  .meta({ id: 'PosterPicture' });
export type PosterPicture = z.infer<typeof PosterPicture>;

export const ArticleCard = z
  .object({
    kind: z.literal('article'),
    ...Published,
    summary: z.string(),
    minutes: z.number().int(),
    readPercent: z.number().int(),
  })
  .meta({ id: 'ArticleCard' });
export type ArticleCard = z.infer<typeof ArticleCard>;

const WithoutPage = {
  riskNote: z.string(),
  source: z.string(),
  /** Null for education, and for advice from before it was asked. */
  basis: AdviceBasis.nullable(),
  target: ContentTarget.nullable(),
};
/** A short text that is read whole where it stands. */
export const ShortCard = z
  .object({ kind: z.literal('card'), ...Published, summary: z.string(), ...WithoutPage })
  .meta({ id: 'ShortCard' });
export type ShortCard = z.infer<typeof ShortCard>;
/** `contentRoutes.openPicture` gives the bytes to anybody for as long as the poster is published. */
export const PosterCard = z
  .object({ kind: z.literal('poster'), ...Published, picture: PosterPicture, ...WithoutPage })
  .meta({ id: 'PosterCard' });
export type PosterCard = z.infer<typeof PosterCard>;

// --- what staff write

/** What a text of every kind needs before it may go to anybody (REQ-PUB-4), and for whom it is meant first. */
const Written = {
  source: z.string().min(2).max(200),
  riskNote: z.string().min(10).max(300),
  stages: z.array(z.enum(STAGES)).max(STAGES.length),
  groups: z.array(z.enum(GROUPS)).max(GROUPS.length),
  /** Of advice only. */
  basis: AdviceBasis.nullish(),
};

export const ArticleDraft = z
  .object({
    kind: z.literal('article'),
    label: z.enum(CONTENT_LABELS),
    title: z.string().min(4).max(LESSON_TITLE_MAX),
    summary: z.string().min(4).max(LESSON_SUMMARY_MAX),
    minutes: z.number().int().min(1).max(60),
    /** As the body of a lesson. */
    body: z.string().min(LESSON_BODY_MIN).max(LESSON_BODY_MAX),
    ...Written,
  })
  .meta({ id: 'ArticleDraft' });
export type ArticleDraft = z.infer<typeof ArticleDraft>;

/** A published lesson or article; null leads nowhere. */
const targetId = ContentId.nullable();
export const CardDraft = z
  .object({
    kind: z.literal('card'),
    label: z.enum(CONTENT_LABELS),
    title: z.string().min(4).max(CARD_TITLE_MAX),
    summary: z.string().min(4).max(CARD_TEXT_MAX),
    targetId,
    ...Written,
  })
  .meta({ id: 'CardDraft' });
export type CardDraft = z.infer<typeof CardDraft>;

/** A poster leaves the app with whoever carries it on: it is never advice. */
export const PosterDraft = z
  .object({
    kind: z.literal('poster'),
    label: z.literal('education'),
    title: z.string().min(4).max(CARD_TITLE_MAX),
    picture: PosterPicture,
    targetId,
    ...Written,
  })
  .meta({ id: 'PosterDraft' });
export type PosterDraft = z.infer<typeof PosterDraft>;

export const UploadedPicture = z.object({ pictureId: PublicId }).meta({ id: 'UploadedPicture' });
export type UploadedPicture = z.infer<typeof UploadedPicture>;
