import { z } from 'zod';
import { AdviceBasis } from './content-kinds.ts';
import { CONTENT_LABELS } from './content.limits.ts';
import {
  CHAT_DOUBTS,
  CHAT_STATES,
  CHATS_AT_ONCE,
  FILED_WITH_MAX,
  FILING_NO_MAX,
  FILING_STATES,
  LIVE_ACTS,
  LIVE_COURSE_POINTS,
  LIVE_FILE_KINDS,
  LIVE_MOVES,
  LIVE_PLATFORMS,
  LIVE_REASON_MAX,
  LIVE_REASON_MIN,
  LIVE_RISK_NOTE_MAX,
  LIVE_SCRIPT_MAX,
  LIVE_SCRIPT_MIN,
  LIVE_STATES,
  LIVE_SUMMARY_MAX,
  LIVE_TITLE_MAX,
  LIVE_VIEWS,
  RECORDING_URL_MAX,
} from './live.limits.ts';
import { CivilDay, ContentId, Cursor, Instant, PageQuery, PublicId } from './primitives.ts';

const line = (max: number) => z.string().trim().min(1).max(max);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const FinderUserName = z.string().regex(/^sph[A-Za-z0-9]{1,29}$/);

/** All that is reviewed of a live, the script included. A platform's own fields come with that platform only. */
export const LivePlan = z
  .object({
    title: line(LIVE_TITLE_MAX),
    summary: line(LIVE_SUMMARY_MAX),
    label: z.enum(CONTENT_LABELS),
    platform: z.enum(LIVE_PLATFORMS),
    startsAt: Instant,
    endsAt: Instant,
    /** An adviser whose registration is in force. */
    hostId: PublicId,
    /** What is said, as it is to be said. */
    script: z.string().trim().min(LIVE_SCRIPT_MIN).max(LIVE_SCRIPT_MAX),
    riskNote: line(LIVE_RISK_NOTE_MAX),
    /** Of advice only. */
    basis: AdviceBasis.nullish(),
    /** A published lesson; its quiz is the quiz after. Needed for Channels, where nothing else tells who attended. */
    quizLessonId: ContentId.nullable(),
    channels: z.object({ finderUserName: FinderUserName, noticeId: line(64) }).nullable(),
  })
  .meta({ id: 'LivePlan' });
export type LivePlan = z.infer<typeof LivePlan>;

/** How a live was filed with the regulator. */
export const FileLive = z
  .object({
    filingNo: line(FILING_NO_MAX),
    filedOn: CivilDay,
    filedWith: line(FILED_WITH_MAX),
    /** What proves it: a file of the kind FILING that was handed in for this live. */
    fileId: PublicId,
  })
  .meta({ id: 'FileLive' });
export type FileLive = z.infer<typeof FileLive>;

export const MoveLive = z
  .object({
    act: z.enum(LIVE_MOVES),
    /** Why, where the act says why; read by members after MUTE and STOP. */
    reason: z.string().trim().min(LIVE_REASON_MIN).max(LIVE_REASON_MAX).optional(),
  })
  .meta({ id: 'MoveLive' });
export type MoveLive = z.infer<typeof MoveLive>;

/** Our own recording as a file of the kind RECORDING; of Channels its address and the hash of what was kept. */
export const ArchiveLive = z
  .object({
    fileId: PublicId.nullable(),
    recordingUrl: z
      .url({ protocol: /^https$/ })
      .max(RECORDING_URL_MAX)
      .nullable(),
    recordingSha256: Sha256.nullable(),
  })
  .meta({ id: 'ArchiveLive' });
export type ArchiveLive = z.infer<typeof ArchiveLive>;

export const LiveFile = z
  .object({
    fileId: PublicId,
    kind: z.enum(LIVE_FILE_KINDS),
    sha256: Sha256,
    bytes: z.number().int(),
    type: z.string(),
    uploadedByName: z.string(),
    uploadedAt: Instant,
  })
  .meta({ id: 'LiveFile' });
export type LiveFile = z.infer<typeof LiveFile>;
export const LiveFileQuery = z.object({ kind: z.enum(LIVE_FILE_KINDS) });
export type LiveFileQuery = z.input<typeof LiveFileQuery>;
/** Path and query of a link that works for five minutes. */
export const LiveFileLink = z.object({ url: z.string() }).meta({ id: 'LiveFileLink' });
export type LiveFileLink = z.infer<typeof LiveFileLink>;

/** A live as the lists of staff show it. */
export const LiveRow = z
  .object({
    liveId: ContentId,
    title: z.string(),
    label: z.enum(CONTENT_LABELS),
    platform: z.enum(LIVE_PLATFORMS),
    state: z.enum(LIVE_STATES),
    startsAt: Instant,
    endsAt: Instant,
    hostName: z.string(),
    version: z.number().int(),
    filingState: z.enum(FILING_STATES).nullable(),
    reservations: z.number().int().min(0),
    /** Last day for the archive once it is over; null before, and once it is there. */
    archiveDueOn: CivilDay.nullable(),
    isArchiveOverdue: z.boolean(),
  })
  .meta({ id: 'LiveRow' });
export type LiveRow = z.infer<typeof LiveRow>;
export const LiveRowQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  view: z.enum(LIVE_VIEWS).default('AHEAD'),
});
export type LiveRowQuery = z.input<typeof LiveRowQuery>;
export const LiveRows = z
  .object({ rows: z.array(LiveRow), total: z.number().int().min(0), nextCursor: Cursor.nullable() })
  .meta({ id: 'LiveRows' });
export type LiveRows = z.infer<typeof LiveRows>;

/** A request for a second pair of eyes that nobody has answered; decided with `reviews.decideReview`. */
const OpenReview = z
  .object({
    reviewId: PublicId,
    sha256: z.string(),
    requesterName: z.string(),
    requestedAt: Instant,
    /** Whether the caller may decide it: compliance, and neither who asked nor who wrote. */
    mayDecide: z.boolean(),
  })
  .nullable();

/** Everything of a live, for staff. */
export const LiveDetail = z
  .object({
    row: LiveRow,
    plan: LivePlan,
    planSha256: z.string(),
    hostRegistrationNo: z.string().nullable(),
    hostIsRegistered: z.boolean(),
    authorName: z.string(),
    review: OpenReview,
    /** The last answer about the plan; null before the first. */
    lastReview: z
      .object({ isApproved: z.boolean(), comment: z.string(), reviewerName: z.string(), decidedAt: Instant })
      .nullable(),
    filing: z
      .object({
        filingNo: z.string(),
        filedOn: CivilDay,
        filedWith: z.string(),
        state: z.enum(FILING_STATES),
        /** False once title, label, times, host or platform are others than were filed. */
        isOfThisPlan: z.boolean(),
        enteredByName: z.string(),
        enteredAt: Instant,
        fileId: PublicId,
        review: OpenReview,
      })
      .nullable(),
    files: z.array(LiveFile),
    air: z
      .object({
        startedAt: Instant,
        startedByName: z.string(),
        endedAt: Instant.nullable(),
        endedByName: z.string().nullable(),
        /** Under whose name and number it went out. */
        signedName: z.string(),
        signedNo: z.string(),
        isMuted: z.boolean(),
      })
      .nullable(),
    /** What was done with it, the first act first. */
    steps: z.array(
      z.object({
        act: z.enum(LIVE_ACTS),
        at: Instant,
        byName: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    figures: z.object({
      reservations: z.number().int().min(0),
      /** Whose player has told so within the last minute. */
      viewersNow: z.number().int().min(0),
      viewers: z.number().int().min(0),
      /** Who counted as having attended; told once the counting has been done. */
      attended: z.number().int().min(0),
      watchedMinutes: z.number().int().min(0),
      chats: z.number().int().min(0),
      chatsWaiting: z.number().int().min(0),
    }),
    archive: z
      .object({
        archivedAt: Instant,
        archivedByName: z.string(),
        recordingUrl: z.string().nullable(),
        recordingFileId: PublicId.nullable(),
        recordingSha256: z.string(),
        chatSha256: z.string(),
        viewersSha256: z.string(),
      })
      .nullable(),
    /** What the caller may do now. */
    mayDo: z.array(z.enum(LIVE_ACTS)),
  })
  .meta({ id: 'LiveDetail' });
export type LiveDetail = z.infer<typeof LiveDetail>;

export const LiveHosts = z
  .object({
    hosts: z.array(z.object({ staffId: PublicId, name: z.string(), registrationNo: z.string() })),
  })
  .meta({ id: 'LiveHosts' });
export type LiveHosts = z.infer<typeof LiveHosts>;

/** How many watched from the beginning to the end, or to now. Empty before it began, and where nobody tells us. */
export const LiveCourse = z
  .object({
    /** As short as the number of steps allows. */
    stepMinutes: z.number().int().min(1),
    points: z
      .array(
        z.object({
          /** When the step begins. */
          at: Instant,
          /** Who watched at some time of it, each once. */
          viewers: z.number().int().min(0),
        }),
      )
      .max(LIVE_COURSE_POINTS),
  })
  .meta({ id: 'LiveCourse' });
export type LiveCourse = z.infer<typeof LiveCourse>;

/** Who watched, and when; without names. Each look stands in the audit. */
export const LiveViewers = z
  .object({
    viewers: z.array(
      z.object({
        member: z.object({ memberId: PublicId, displayName: z.string() }),
        isReserved: z.boolean(),
        firstSeenAt: Instant,
        lastSeenAt: Instant,
        visits: z.number().int().min(1),
        watchedMinutes: z.number().int().min(0),
      }),
    ),
    total: z.number().int().min(0),
    nextCursor: Cursor.nullable(),
  })
  .meta({ id: 'LiveViewers' });
export type LiveViewers = z.infer<typeof LiveViewers>;
export const LiveViewersQuery = PageQuery;
export type LiveViewersQuery = z.input<typeof LiveViewersQuery>;

export const DeskChat = z
  .object({
    chatId: PublicId,
    seq: z.number().int().nullable(),
    text: z.string(),
    maskedName: z.string(),
    state: z.enum(CHAT_STATES),
    sentAt: Instant,
    /** Why it waited for a person. */
    doubts: z.array(z.enum(CHAT_DOUBTS)),
    /** Code of the sentence that its writer was told; null where it was not refused by the check. */
    refusedCode: z.string().nullable(),
    deciderName: z.string().nullable(),
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'DeskChat' });
export type DeskChat = z.infer<typeof DeskChat>;
export const DeskChatQuery = z.object({
  limit: z.coerce.number().int().min(1).max(CHATS_AT_ONCE).default(CHATS_AT_ONCE),
  cursor: Cursor.optional(),
  state: z.enum(CHAT_STATES).optional(),
});
export type DeskChatQuery = z.input<typeof DeskChatQuery>;
/** The last said first; of those that wait, who has waited longest. */
export const DeskChats = z
  .object({ rows: z.array(DeskChat), total: z.number().int().min(0), nextCursor: Cursor.nullable() })
  .meta({ id: 'DeskChats' });
export type DeskChats = z.infer<typeof DeskChats>;
export const JudgeChat = z.object({ isShown: z.boolean() }).meta({ id: 'JudgeChat' });
export type JudgeChat = z.infer<typeof JudgeChat>;
