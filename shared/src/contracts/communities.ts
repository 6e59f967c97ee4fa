import { z } from 'zod';
import {
  GROUP_DATA_MAX,
  GROUP_DATA_PATTERN,
  GROUP_QUESTION_MAX,
  GROUP_QUESTION_MIN,
  GROUP_QUESTION_STATES,
  MY_GROUPS_MAX,
} from './communities.limits.ts';
import { Instant, PublicId } from './primitives.ts';

const WechatData = z.string().min(1).max(GROUP_DATA_MAX).regex(GROUP_DATA_PATTERN);

/** What WeChat encrypted about the group whose card opened the app; only the server can read it. */
export const EnterGroup = z
  .object({ encryptedData: WechatData, iv: z.string().length(24).regex(GROUP_DATA_PATTERN) })
  .meta({ id: 'EnterGroup' });
export type EnterGroup = z.infer<typeof EnterGroup>;

/** A customer group of the firm, as its members see it. */
export const GroupCard = z
  .object({
    groupId: PublicId,
    name: z.string(),
    /** Who looks after it; null while WeCom names somebody the firm does not know. */
    ownerName: z.string().nullable(),
    ownerRegistrationNo: z.string().nullable(),
    memberCount: z.number().int(),
  })
  .meta({ id: 'GroupCard' });
export type GroupCard = z.infer<typeof GroupCard>;

/** Null: a group that is none of ours; the app goes on as if it had been opened otherwise. */
export const GroupEntry = z.object({ group: GroupCard.nullable() }).meta({ id: 'GroupEntry' });
export type GroupEntry = z.infer<typeof GroupEntry>;

export const MyGroups = z.object({ groups: z.array(GroupCard).max(MY_GROUPS_MAX) }).meta({ id: 'MyGroups' });
export type MyGroups = z.infer<typeof MyGroups>;

/** The id is made on the phone: told again it is the same question. */
export const AskGroup = z
  .object({
    questionId: PublicId,
    text: z.string().trim().min(GROUP_QUESTION_MIN).max(GROUP_QUESTION_MAX),
  })
  .meta({ id: 'AskGroup' });
export type AskGroup = z.infer<typeof AskGroup>;

/** A question of the group. Others' are shown once they are answered, and without a name. */
export const GroupQuestion = z
  .object({
    questionId: PublicId,
    text: z.string(),
    isMine: z.boolean(),
    state: z.enum(GROUP_QUESTION_STATES),
    askedAt: Instant,
    answer: z
      .object({
        text: z.string(),
        answererName: z.string(),
        answererRegistrationNo: z.string().nullable(),
        answeredAt: Instant,
      })
      .nullable(),
    /** Why it was not answered here; to who asked only. */
    declinedReason: z.string().nullable(),
  })
  .meta({ id: 'GroupQuestion' });
export type GroupQuestion = z.infer<typeof GroupQuestion>;
