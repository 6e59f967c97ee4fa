import { z } from 'zod';
import { AdviceBasis } from './content-kinds.ts';
import { CONTENT_LABELS } from './content.limits.ts';
import { CHAT_STATES, CHAT_TEXT_MAX, CHATS_AT_ONCE, LIVE_PLATFORMS, LIVE_STATES } from './live.limits.ts';
import { ContentId, Cursor, Instant, PublicId } from './primitives.ts';

/** What members read of a live before they enter it. */
export const LiveCard = z
  .object({
    liveId: ContentId,
    title: z.string(),
    summary: z.string(),
    label: z.enum(CONTENT_LABELS),
    platform: z.enum(LIVE_PLATFORMS),
    startsAt: Instant,
    endsAt: Instant,
    /** ANNOUNCED, ON_AIR, or how it ended. */
    state: z.enum(LIVE_STATES),
    /** The real name and the registration of who speaks (REQ-ADV-1). */
    hostName: z.string(),
    hostRegistrationNo: z.string(),
    isReserved: z.boolean(),
  })
  .meta({ id: 'LiveCard' });
export type LiveCard = z.infer<typeof LiveCard>;

/** COMING: announced and on air, the next one first. PAST: what the member reserved or attended and is over. */
export const LIVE_LISTS = ['COMING', 'PAST'] as const;
export const LiveQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
  list: z.enum(LIVE_LISTS).default('COMING'),
});
export type LiveQuery = z.input<typeof LiveQuery>;
export const LiveCards = z
  .object({ lives: z.array(LiveCard), nextCursor: Cursor.nullable() })
  .meta({ id: 'LiveCards' });
export type LiveCards = z.infer<typeof LiveCards>;

/** What holds of a live at this moment; comes with every answer of a room, so that a stop is seen at once. */
export const LiveNow = z
  .object({
    state: z.enum(LIVE_STATES),
    /** Nobody writes while it is so. */
    isMuted: z.boolean(),
    /** Why it was muted or stopped, in words for members; null otherwise. */
    notice: z.string().nullable(),
  })
  .meta({ id: 'LiveNow' });
export type LiveNow = z.infer<typeof LiveNow>;

/** The room of a live. */
export const LiveRoom = z
  .object({
    card: LiveCard,
    now: LiveNow,
    firmName: z.string(),
    riskNote: z.string(),
    /** Null for education, and for advice from before it was asked. */
    basis: AdviceBasis.nullable(),
    /** Address that our own player plays; only while it is on air. */
    streamUrl: z.string().nullable(),
    /** What wx.reserveChannelsLive and wx.openChannelsLive need; null for our own player. */
    channels: z.object({ finderUserName: z.string(), noticeId: z.string() }).nullable(),
    /** The lesson whose quiz follows; null where there is none, or it is not to be read now. */
    quizLessonId: ContentId.nullable(),
    /** Whole minutes that count for the member: measured, or null for Channels. */
    watchedMinutes: z.number().int().min(0).nullable(),
    /** Whether the member's attendance has been counted. */
    isAttended: z.boolean(),
  })
  .meta({ id: 'LiveRoom' });
export type LiveRoom = z.infer<typeof LiveRoom>;

/** A sign of life of our own player. */
export const LiveWatching = z
  .object({ now: LiveNow, watchedSeconds: z.number().int().min(0), nextBeatMs: z.number().int() })
  .meta({ id: 'LiveWatching' });
export type LiveWatching = z.infer<typeof LiveWatching>;

/** The id is made on the phone: told again it is the same words. */
export const SendChat = z
  .object({ chatId: PublicId, text: z.string().trim().min(1).max(CHAT_TEXT_MAX) })
  .meta({ id: 'SendChat' });
export type SendChat = z.infer<typeof SendChat>;

/** Something said in a live, under the first character of a name. */
export const LiveChat = z
  .object({
    chatId: PublicId,
    /** Place in what everybody sees; null while it waits for a person. */
    seq: z.number().int().nullable(),
    /** Empty once it is not shown any more: take it from the screen. */
    text: z.string(),
    maskedName: z.string(),
    isMine: z.boolean(),
    state: z.enum(CHAT_STATES),
    sentAt: Instant,
  })
  .meta({ id: 'LiveChat' });
export type LiveChat = z.infer<typeof LiveChat>;

/** Without `after` the last words of the room; with it what came since, what was taken back included. */
export const LiveChatQuery = z.object({
  limit: z.coerce.number().int().min(1).max(CHATS_AT_ONCE).default(CHATS_AT_ONCE),
  after: z.coerce.number().int().min(0).optional(),
});
export type LiveChatQuery = z.input<typeof LiveChatQuery>;
export const LiveChats = z
  .object({
    now: LiveNow,
    /** In the order of `seq`. */
    chats: z.array(LiveChat),
    /** To ask for as `after` the next time. */
    lastSeq: z.number().int().min(0),
  })
  .meta({ id: 'LiveChats' });
export type LiveChats = z.infer<typeof LiveChats>;
