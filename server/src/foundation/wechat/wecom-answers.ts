import { z } from 'zod';

const id = z.string().min(1).max(128);

/** What WeCom answers; more fields than these are let pass. */
export const wecomAnswers = {
  nothing: z.looseObject({}),
  token: z.object({ access_token: z.string().min(1).max(1_024), expires_in: z.int().min(1).max(86_400) }),
  ticket: z.object({ ticket: z.string().min(1).max(512), expires_in: z.int().min(1).max(86_400) }),
  contactWay: z.object({ config_id: id, qr_code: z.string().optional() }),
  groups: z.object({
    group_chat_list: z.array(z.object({ chat_id: id, status: z.int() })),
    next_cursor: z.string().optional(),
  }),
  group: z.object({
    group_chat: z.object({
      chat_id: id,
      name: z.string().default(''),
      owner: z.string(),
      create_time: z.int(),
      notice: z.string().default(''),
      member_list: z.array(
        z.object({
          userid: id,
          /** 1 staff, 2 customer. */
          type: z.int(),
          unionid: z.string().optional(),
          join_time: z.int(),
          join_scene: z.int(),
          state: z.string().optional(),
        }),
      ),
      admin_list: z.array(z.object({ userid: id })).default([]),
    }),
  }),
  chatId: z.object({ chat_id: id }),
  massSend: z.object({ msgid: id, fail_list: z.array(z.string()).default([]) }),
  massSendTasks: z.object({
    /** 0 not confirmed yet, 2 sent. */
    task_list: z.array(z.object({ userid: id, status: z.int() })),
  }),
  massSendResult: z.object({
    send_list: z.array(
      z.object({
        external_userid: z.string().optional(),
        chat_id: z.string().optional(),
        userid: id,
        /** 0 not yet, 1 sent, 2 not a contact any more, 3 another message came first. */
        status: z.int(),
        send_time: z.int().optional(),
      }),
    ),
    next_cursor: z.string().optional(),
  }),
  contacts: z.object({ external_userid: z.array(id) }),
  momentJob: z.object({ jobid: id }),
  /** Without a result: the job is not done yet, or failed. */
  momentResult: z.object({ result: z.object({ moment_id: id.optional() }).optional() }),
  momentTasks: z.object({
    /** 0 not published yet, 1 published. */
    task_list: z.array(z.object({ userid: id, publish_status: z.int() })),
  }),
  followUsers: z.object({ follow_user: z.array(id) }),
  unassigned: z.object({
    info: z.array(z.object({ handover_userid: id, external_userid: id })),
    next_cursor: z.string().optional(),
  }),
  /** One answer a customer; 0: under way. */
  transfers: z.object({ customer: z.array(z.object({ external_userid: id, errcode: z.int() })) }),
  groupTransfers: z.object({
    failed_chat_list: z.array(z.object({ chat_id: id, errcode: z.int() })).default([]),
  }),
  contact: z.object({
    external_contact: z.object({ external_userid: id, unionid: z.string().optional() }),
    follow_user: z.array(
      z.object({
        userid: id,
        createtime: z.int(),
        state: z.string().optional(),
        remark: z.string().optional(),
      }),
    ),
    next_cursor: z.string().optional(),
  }),
} as const;

export interface ContactWay {
  /** One: a code of that person. Several: WeCom chooses among them. */
  readonly userIds: readonly string[];
  /** At most 30 characters, handed back with whoever comes by this code. */
  readonly state: string;
  readonly remark: string;
  readonly skipsVerification: boolean;
}
export type WecomGroup = z.output<typeof wecomAnswers.group>['group_chat'];
export type WecomContact = z.output<typeof wecomAnswers.contact>;
export type MassSendOutcome = z.output<typeof wecomAnswers.massSendResult>['send_list'][number];

/** What hangs below a text; a card of the mini-program needs a picture that was uploaded before. */
export type WecomAttachment =
  | {
      readonly msgtype: 'link';
      readonly link: { readonly title: string; readonly url: string; readonly desc?: string };
    }
  | {
      readonly msgtype: 'miniprogram';
      readonly miniprogram: {
        readonly title: string;
        readonly pic_media_id: string;
        readonly appid: string;
        readonly page: string;
      };
    };
export interface MassSend {
  readonly to: { readonly customers: readonly string[] } | { readonly groups: readonly string[] };
  /** The employee who is asked to confirm; needed for groups. */
  readonly senderId: string;
  readonly text: string;
  readonly attachments?: readonly WecomAttachment[];
}
