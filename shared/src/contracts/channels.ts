import { z } from 'zod';
import {
  ACCOUNT_HANDLE_MAX,
  ACCOUNT_NAME_MAX,
  ACCOUNT_OWNERS,
  CHANNEL_KEY_PATTERN,
  CHANNEL_SEARCH_MAX,
  LESSONS_SHOWN,
  OWNERS_SHOWN,
  PLACEMENT_NAME_MAX,
  PLACEMENT_STATES,
  PLACEMENTS_PER_ACCOUNT_MAX,
  PLATFORMS,
  SCENE_MAX,
  TOUCHES_AT_ONCE,
  WECHAT_SCENE_MAX,
} from './channels.limits.ts';
import { ContentId, Cursor, Instant, PublicId } from './primitives.ts';

const Count = z.number().int().min(0);

/** A cold start of the app that came by a key. The id is the phone's own: a repeat counts once. */
export const ChannelKey = z.string().regex(CHANNEL_KEY_PATTERN);
export const Touch = z
  .object({
    touchId: PublicId,
    key: ChannelKey,
    /** The scene that WeChat gave the start. */
    scene: z.number().int().min(0).max(WECHAT_SCENE_MAX),
    occurredAt: Instant,
  })
  .meta({ id: 'Touch' });
export type Touch = z.infer<typeof Touch>;
export const Touches = z.array(Touch).max(TOUCHES_AT_ONCE);
export const RecordTouches = z.object({ touches: Touches.min(1) }).meta({ id: 'RecordTouches' });
export type RecordTouches = z.infer<typeof RecordTouches>;

/** What a card that a member shares carries: says who shared to the firm only, and nothing of them to others. */
export const ShareKey = z.object({ key: z.string() }).meta({ id: 'ShareKey' });
export type ShareKey = z.infer<typeof ShareKey>;

export const ChannelAccountRow = z
  .object({
    accountId: PublicId,
    owner: z.enum(ACCOUNT_OWNERS),
    platform: z.enum(PLATFORMS),
    name: z.string(),
    handle: z.string(),
    branchName: z.string().nullable(),
    staffName: z.string().nullable(),
    placements: Count,
    /** New members of the window whose first touch was one of its placements. */
    newMembers: Count,
    createdAt: Instant,
  })
  .meta({ id: 'ChannelAccountRow' });
export type ChannelAccountRow = z.infer<typeof ChannelAccountRow>;

/** How the new members of a window came; the three add up to all. Only for who sees the whole firm. */
export const Arrivals = z.object({ all: Count, placement: Count, referral: Count, natural: Count });
export type Arrivals = z.infer<typeof Arrivals>;
export const ChannelAccountRows = z
  .object({
    rows: z.array(ChannelAccountRow),
    total: Count,
    nextCursor: Cursor.nullable(),
    arrivals: Arrivals.nullable(),
    attributionDays: z.number().int(),
  })
  .meta({ id: 'ChannelAccountRows' });
export type ChannelAccountRows = z.infer<typeof ChannelAccountRows>;

const Window = z.coerce.number().pipe(z.union([z.literal(7), z.literal(30), z.literal(90)]));
export const ChannelListQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  search: z.string().trim().max(CHANNEL_SEARCH_MAX).optional(),
  platform: z.enum(PLATFORMS).optional(),
  owner: z.enum(ACCOUNT_OWNERS).optional(),
  days: Window.default(30),
});
export type ChannelListQuery = z.input<typeof ChannelListQuery>;
export const ArrivalQuery = z.object({ days: Window.default(30) });
export type ArrivalQuery = z.input<typeof ArrivalQuery>;

export const Placement = z
  .object({
    placementId: PublicId,
    /** Final: printed codes live for years, so it is never changed and never given out again. */
    key: z.string(),
    scene: z.string().max(SCENE_MAX),
    name: z.string(),
    state: z.enum(PLACEMENT_STATES),
    /** The lesson it leads to, and its title as long as it can be read; null: the first page. */
    lessonId: ContentId.nullable(),
    lessonTitle: z.string().nullable(),
    /** The link as long as it works; useful while it still works for a day. */
    link: z.object({ url: z.url(), until: Instant, isUseful: z.boolean() }).nullable(),
    createdAt: Instant,
    /** New members of the window by their first touch, and by the last touch before they joined. */
    firstTouch: Count,
    lastTouch: Count,
  })
  .meta({ id: 'Placement' });
export type Placement = z.infer<typeof Placement>;
export const ChannelAccount = z
  .object({
    account: ChannelAccountRow,
    placements: z.array(Placement).max(PLACEMENTS_PER_ACCOUNT_MAX),
    attributionDays: z.number().int(),
  })
  .meta({ id: 'ChannelAccount' });
export type ChannelAccount = z.infer<typeof ChannelAccount>;

export const CreateChannelAccount = z
  .object({
    owner: z.enum(ACCOUNT_OWNERS),
    platform: z.enum(PLATFORMS),
    name: z.string().trim().min(1).max(ACCOUNT_NAME_MAX),
    /** Its name on the platform, which tells it from every other one there. */
    handle: z.string().trim().min(1).max(ACCOUNT_HANDLE_MAX),
    /** Whose it is: of a branch or of an employee; null for the firm's own. */
    branchId: PublicId.nullable(),
    staffId: PublicId.nullable(),
  })
  .meta({ id: 'CreateChannelAccount' });
export type CreateChannelAccount = z.infer<typeof CreateChannelAccount>;
export const CreatePlacement = z
  .object({
    name: z.string().trim().min(1).max(PLACEMENT_NAME_MAX),
    /** A published lesson that it leads to; without one it leads to the first page. */
    lessonId: ContentId.nullable().optional(),
  })
  .meta({ id: 'CreatePlacement' });
export type CreatePlacement = z.infer<typeof CreatePlacement>;
export const SetPlacementState = z
  .object({ state: z.enum(PLACEMENT_STATES) })
  .meta({ id: 'SetPlacementState' });
export type SetPlacementState = z.infer<typeof SetPlacementState>;

export const ChannelOwnerQuery = z.object({ search: z.string().trim().max(CHANNEL_SEARCH_MAX).optional() });
export type ChannelOwnerQuery = z.input<typeof ChannelOwnerQuery>;
/** Whose a new account may be, within the reach of who asks. */
export const ChannelOwners = z
  .object({
    branches: z.array(z.object({ branchId: PublicId, name: z.string() })),
    staff: z
      .array(z.object({ staffId: PublicId, name: z.string(), branchName: z.string().nullable() }))
      .max(OWNERS_SHOWN),
  })
  .meta({ id: 'ChannelOwners' });
export type ChannelOwners = z.infer<typeof ChannelOwners>;

export const LeadingLesson = z.object({ lessonId: ContentId, title: z.string() });
export type LeadingLesson = z.infer<typeof LeadingLesson>;
export const PlacementLessonQuery = ChannelOwnerQuery;
export type PlacementLessonQuery = ChannelOwnerQuery;
/** Lessons that a new placement may lead to; more than are shown are found by their title. */
export const PlacementLessons = z
  .object({ lessons: z.array(LeadingLesson).max(LESSONS_SHOWN), total: Count })
  .meta({ id: 'PlacementLessons' });
export type PlacementLessons = z.infer<typeof PlacementLessons>;
/** Where a key leads; null for the first page, and for a key of nobody. */
export const PlacementLead = z.object({ lessonId: ContentId.nullable() }).meta({ id: 'PlacementLead' });
export type PlacementLead = z.infer<typeof PlacementLead>;

/** The picture of a code, as WeChat draws it. */
export const PlacementCode = z
  .object({ mediaType: z.string(), base64: z.string(), scene: z.string(), page: z.string() })
  .meta({ id: 'PlacementCode' });
export type PlacementCode = z.infer<typeof PlacementCode>;
