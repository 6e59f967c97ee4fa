import { z } from 'zod';
import { LESSONS_SHOWN } from './channels.limits.ts';
import {
  GROUP_ACTIVITY_DAYS,
  GROUP_DECLINE_MAX,
  GROUP_LESSONS_MAX,
  GROUP_NOTICE_STATES,
  GROUP_NOTICES_SHOWN,
  GROUP_OWNERS_SHOWN,
  GROUP_SEARCH_MAX,
} from './communities-desk.limits.ts';
import {
  GROUP_ANSWER_MAX,
  GROUP_NOTICE_MAX,
  GROUP_QUESTION_STATES,
  GROUP_STATES,
} from './communities.limits.ts';
import { CivilDay, ContentId, Cursor, Instant, PublicId } from './primitives.ts';
import { STAGES } from './scoring.limits.ts';

const Count = z.number().int().min(0);
const Limit = z.coerce.number().int().min(1).max(50).default(50);
const Search = z.string().trim().max(GROUP_SEARCH_MAX).optional();

/** A group with what happened in it over the last days. */
export const GroupRow = z
  .object({
    groupId: PublicId,
    name: z.string(),
    state: z.enum(GROUP_STATES),
    ownerName: z.string().nullable(),
    branchName: z.string().nullable(),
    memberCount: Count,
    /** Opened the app from the group, asked, came and went, over the last days. */
    entries: Count,
    questions: Count,
    joins: Count,
    leaves: Count,
    openQuestions: Count,
    lastActiveAt: Instant.nullable(),
  })
  .meta({ id: 'GroupRow' });
export type GroupRow = z.infer<typeof GroupRow>;

export const GroupListQuery = z.object({
  limit: Limit,
  cursor: Cursor.optional(),
  search: Search,
  state: z.enum(GROUP_STATES).optional(),
  branch: PublicId.optional(),
  owner: PublicId.optional(),
});
export type GroupListQuery = z.input<typeof GroupListQuery>;
export const GroupRows = z
  .object({ rows: z.array(GroupRow), total: Count, nextCursor: Cursor.nullable() })
  .meta({ id: 'GroupRows' });
export type GroupRows = z.infer<typeof GroupRows>;

/** By whom the list can be narrowed: those of the caller's reach who look after groups. */
export const GroupOwners = z
  .object({
    branches: z.array(z.object({ branchId: PublicId, name: z.string() })),
    staff: z.array(z.object({ staffId: PublicId, name: z.string() })).max(GROUP_OWNERS_SHOWN),
  })
  .meta({ id: 'GroupOwners' });
export type GroupOwners = z.infer<typeof GroupOwners>;

export const DeskNotice = z
  .object({
    noticeId: PublicId,
    groupId: PublicId,
    groupName: z.string(),
    text: z.string(),
    state: z.enum(GROUP_NOTICE_STATES),
    version: Count,
    sha256: z.string(),
    authorName: z.string(),
    updatedAt: Instant,
    publishedAt: Instant.nullable(),
    withdrawnAt: Instant.nullable(),
    /** Why it came back, of the last review. */
    returnedComment: z.string().nullable(),
  })
  .meta({ id: 'DeskNotice' });
export type DeskNotice = z.infer<typeof DeskNotice>;

export const SharedLesson = z.object({
  lessonId: ContentId,
  /** Null once the lesson can be read no more; members see it no more then. */
  title: z.string().nullable(),
  sharedBy: z.string(),
  sharedAt: Instant,
});
export type SharedLesson = z.infer<typeof SharedLesson>;

export const GroupDay = z.object({ day: CivilDay, joins: Count, leaves: Count });
export type GroupDay = z.infer<typeof GroupDay>;

export const GroupDetail = z
  .object({
    group: GroupRow,
    /** Every day of the window, the oldest first. */
    days: z.array(GroupDay).length(GROUP_ACTIVITY_DAYS),
    /** When WeCom was last asked about it. */
    syncedAt: Instant,
    notices: z.array(DeskNotice).max(GROUP_NOTICES_SHOWN),
    lessons: z.array(SharedLesson).max(GROUP_LESSONS_MAX),
    /** Whether the caller may write notices and share lessons here. */
    isKeeper: z.boolean(),
  })
  .meta({ id: 'GroupDetail' });
export type GroupDetail = z.infer<typeof GroupDetail>;

export const WriteGroupNotice = z
  .object({ text: z.string().trim().min(1).max(GROUP_NOTICE_MAX) })
  .meta({ id: 'WriteGroupNotice' });
export type WriteGroupNotice = z.infer<typeof WriteGroupNotice>;

export const ShareableLessonQuery = z.object({ search: Search });
export type ShareableLessonQuery = z.input<typeof ShareableLessonQuery>;
/** Published lessons that a group can be shown; more than these are found by their title. */
export const ShareableLessons = z
  .object({
    lessons: z.array(z.object({ lessonId: ContentId, title: z.string() })).max(LESSONS_SHOWN),
    total: Count,
  })
  .meta({ id: 'ShareableLessons' });
export type ShareableLessons = z.infer<typeof ShareableLessons>;

/** A question of a member at the desk; who asked is not needed to answer it. */
export const DeskQuestion = z
  .object({
    questionId: PublicId,
    groupId: PublicId,
    groupName: z.string(),
    text: z.string(),
    state: z.enum(GROUP_QUESTION_STATES),
    askedAt: Instant,
    decidedAt: Instant.nullable(),
    deciderName: z.string().nullable(),
    /** The answer, or why it was not answered. */
    reply: z.string().nullable(),
  })
  .meta({ id: 'DeskQuestion' });
export type DeskQuestion = z.infer<typeof DeskQuestion>;
export const GroupQuestionQuery = z.object({
  limit: Limit,
  cursor: Cursor.optional(),
  state: z.enum(GROUP_QUESTION_STATES).default('OPEN'),
  group: PublicId.optional(),
});
export type GroupQuestionQuery = z.input<typeof GroupQuestionQuery>;
export const DeskQuestions = z
  .object({
    rows: z.array(DeskQuestion),
    total: Count,
    nextCursor: Cursor.nullable(),
    /** Whether the caller may answer: an adviser whose registration is in force. */
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'DeskQuestions' });
export type DeskQuestions = z.infer<typeof DeskQuestions>;
export const AnswerGroupQuestion = z
  .object({ text: z.string().trim().min(1).max(GROUP_ANSWER_MAX) })
  .meta({ id: 'AnswerGroupQuestion' });
export type AnswerGroupQuestion = z.infer<typeof AnswerGroupQuestion>;
export const DeclineGroupQuestion = z
  .object({ reason: z.string().trim().min(1).max(GROUP_DECLINE_MAX) })
  .meta({ id: 'DeclineGroupQuestion' });
export type DeclineGroupQuestion = z.infer<typeof DeclineGroupQuestion>;

/** The members of a group by their relation stage, and those of them in the caller's reach. */
export const GroupMembers = z
  .object({
    /** Of the whole group, as counts only. */
    stages: z.array(z.object({ stage: z.enum(STAGES), members: Count })),
    rows: z.array(z.object({ memberId: PublicId, name: z.string(), stage: z.enum(STAGES).nullable() })),
    /** Those in the caller's reach. */
    total: Count,
    nextCursor: Cursor.nullable(),
  })
  .meta({ id: 'GroupMembers' });
export type GroupMembers = z.infer<typeof GroupMembers>;
export const GroupMemberQuery = z.object({ limit: Limit, cursor: Cursor.optional() });
export type GroupMemberQuery = z.input<typeof GroupMemberQuery>;
