import { z } from 'zod';
import { LessonCard } from './content.ts';
import { GroupCard, GroupQuestion } from './communities.ts';
import { GROUP_PAGE_LESSONS, GROUP_PAGE_NOTICES, GROUP_PAGE_QUESTIONS } from './communities.limits.ts';
import { Cursor, Instant, PublicId } from './primitives.ts';

export const GroupNotice = z
  .object({ noticeId: PublicId, text: z.string(), authorName: z.string(), publishedAt: Instant })
  .meta({ id: 'GroupNotice' });
export type GroupNotice = z.infer<typeof GroupNotice>;

export const GroupPageQuery = z.object({ questionsCursor: Cursor.optional() });
export type GroupPageQuery = z.input<typeof GroupPageQuery>;

/** What a group shows its members. A page of questions after the first brings no notices and no lessons. */
export const GroupPage = z
  .object({
    group: GroupCard,
    notices: z.array(GroupNotice).max(GROUP_PAGE_NOTICES),
    lessons: z.array(LessonCard).max(GROUP_PAGE_LESSONS),
    questions: z.array(GroupQuestion).max(GROUP_PAGE_QUESTIONS),
    nextQuestionsCursor: Cursor.nullable(),
  })
  .meta({ id: 'GroupPage' });
export type GroupPage = z.infer<typeof GroupPage>;
