import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { Config } from '../../platform/config/index.ts';
import type { Transaction } from '../../platform/database/index.ts';
import type { PlatformCall, PlatformClient } from './client/platform-client.ts';
import { WechatError } from './client/wechat-error.ts';
import { PlatformClients } from './platform-clients.ts';
import { PlatformSends } from './sends/platform-sends.ts';
import type { NewSend, SendChannel } from './sends/send-channel.ts';
import { wecomAnswers } from './wecom-answers.ts';
import { wecomSource } from './wecom-source.ts';

const CHANNEL = 'wecom.moment';
const PER_MINUTE = 600;
/** WeCom: cancelled already. */
const CANCELLED = 41058;
const NOT_PUBLISHED = 0;

const Message = z.object({
  senderId: z.string(),
  text: z.string(),
  staffId: z.string(),
  contentId: z.string().nullable(),
});

/** A post in somebody's Moments as its planner wants it: text only, and whose and about what it is. */
export interface WantedMoment {
  /** The employee who publishes it with a tap; all of their contacts may see it. */
  readonly senderId: string;
  readonly text: string;
  readonly staffId: string;
  readonly contentId: string | null;
}

/**
 * Posts in Moments of WeCom (企业微信朋友圈): tasks that an employee has to publish. Planned like every message; while
 * nobody has tapped, the task can be taken back.
 */
@Injectable()
export class MomentPosts implements OnModuleInit {
  #hooks: Pick<SendChannel, 'admit' | 'settled'> = {};
  readonly #client: PlatformClient;

  constructor(
    private readonly config: Config,
    private readonly clients: PlatformClients,
    private readonly sends: PlatformSends,
  ) {
    this.#client = clients.wecom;
  }

  onModuleInit(): void {
    this.sends.register({
      name: CHANNEL,
      platform: 'wecom',
      way: 'WECOM_TASK',
      send: (message) => this.#add(Message.parse(message)),
      about: async (message) => {
        const read = Message.safeParse(message);
        if (!read.success) return {};
        const { staffId, contentId, text } = read.data;
        return { staffIds: [staffId], contentId: contentId ?? undefined, words: text };
      },
      recall: (jobId) => this.#cancel(jobId),
      admit: async (tx, facts) => (await this.#hooks.admit?.(tx, facts)) ?? null,
      settled: async (tx, facts, outcome) => this.#hooks.settled?.(tx, facts, outcome),
    });
  }

  /** What hangs on a task: whether its sender still may, and what became of it. Of one module only. */
  use(hooks: Pick<SendChannel, 'admit' | 'settled'>): void {
    this.#hooks = hooks;
  }

  /** In the caller's transaction; the same business key again has no effect. */
  plan(
    tx: Transaction,
    wanted: Pick<NewSend, 'businessKey' | 'notBefore' | 'notAfter'>,
    message: WantedMoment,
  ): Promise<{ readonly sendId: string; readonly isNew: boolean }> {
    return this.sends.plan(tx, { ...wanted, channel: CHANNEL, memberNo: null, message });
  }

  /** WeCom makes the task a while later; what it answers with is the id of that job. */
  async #add({ senderId, text }: z.infer<typeof Message>): Promise<string> {
    const body = { text: { content: text }, visible_range: { sender_list: { user_list: [senderId] } } };
    const call = { ...callOf('add_moment_task'), body, isRepeatable: false };
    return (await this.#ask(call, wecomAnswers.momentJob)).jobid;
  }

  /** What was published before stays there, and so does what WeCom made no task of. */
  async #cancel(jobId: string): Promise<boolean> {
    const call = { ...callOf('get_moment_task_result'), query: { jobid: jobId } };
    const momentId = (await this.#ask(call, wecomAnswers.momentResult)).result?.moment_id;
    if (momentId === undefined) return false;
    const body = { moment_id: momentId };
    try {
      const tasks = { ...callOf('get_moment_task'), body: { ...body, limit: 500 } };
      const { task_list } = await this.#ask(tasks, wecomAnswers.momentTasks);
      if (!task_list.some(({ publish_status }) => publish_status === NOT_PUBLISHED)) return false;
      await this.#ask({ ...callOf('cancel_moment_task'), body, isRepeatable: false }, wecomAnswers.nothing);
      return true;
    } catch (error) {
      if (error instanceof WechatError && error.code === CANCELLED) return true;
      throw error;
    }
  }

  #ask<Shape extends Parameters<PlatformClient['call']>[2]>(call: PlatformCall, shape: Shape) {
    return this.#client.call(wecomSource(this.config, this.clients, 'contact', call.path), call, shape);
  }
}

const callOf = (api: string): PlatformCall => ({
  path: `/cgi-bin/externalcontact/${api}`,
  perMinute: PER_MINUTE,
  isRepeatable: true,
});
