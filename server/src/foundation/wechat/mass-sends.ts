import { Injectable, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import type { Transaction } from '../../platform/database/index.ts';
import { WechatError } from './client/wechat-error.ts';
import { PlatformSends } from './sends/platform-sends.ts';
import type { Lease } from '../../platform/jobs/index.ts';
import { SendHolds } from './sends/send-holds.ts';
import type { NewSend, SendChannel } from './sends/send-channel.ts';
import type { MassSend } from './wecom-answers.ts';
import { WecomApi } from './wecom-api.ts';

const CHANNEL = 'wecom.mass_send';
/** WeCom: cancelled already. */
const CANCELLED = 41058;
/** WeCom: there is no such task any more. */
const NO_TASK = 41055;

const Ids = z.array(z.string()).readonly();
const Message = z.object({
  to: z.union([z.object({ customers: Ids }), z.object({ groups: Ids })]),
  senderId: z.string(),
  text: z.string(),
  staffId: z.string(),
  contentId: z.string().nullable(),
});

/** A mass send as its planner wants it: text only, and whose and about what it is, so that a brake can hold it. */
export interface WantedMassSend extends Pick<MassSend, 'to' | 'senderId' | 'text'> {
  readonly staffId: string;
  readonly contentId: string | null;
}

/**
 * Mass sends of WeCom: tasks that an employee has to confirm. Planned like every message; while nobody has tapped, a
 * brake takes the task back.
 */
@Injectable()
export class MassSends implements OnModuleInit {
  #hooks: Pick<SendChannel, 'admit' | 'settled'> = {};

  constructor(
    private readonly sends: PlatformSends,
    private readonly wecom: WecomApi,
    private readonly holds: SendHolds,
  ) {}

  onModuleInit(): void {
    this.sends.register({
      name: CHANNEL,
      platform: 'wecom',
      way: 'WECOM_TASK',
      send: async (message) => (await this.wecom.addMsgTemplate(Message.parse(message))).msgid,
      about: async (message) => {
        const read = Message.safeParse(message);
        if (!read.success) return {};
        const { staffId, contentId, text } = read.data;
        return { staffIds: [staffId], contentId: contentId ?? undefined, words: text };
      },
      recall: (msgid) => this.#cancel(msgid),
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
    message: WantedMassSend,
  ): Promise<{ readonly sendId: string; readonly isNew: boolean }> {
    return this.sends.plan(tx, { ...wanted, channel: CHANNEL, memberNo: null, message });
  }

  /** Takes a task back that nobody has confirmed yet. @returns false when it is too late. Throws WechatError. */
  recall(lease: Lease, businessKey: string): Promise<boolean> {
    return this.holds.recallOne(lease, businessKey);
  }

  /** What was confirmed before stays sent. */
  async #cancel(msgid: string): Promise<boolean> {
    try {
      if (!(await this.wecom.isMassSendOpen(msgid))) return false;
      await this.wecom.cancelMassSend(msgid);
      return true;
    } catch (error) {
      if (error instanceof WechatError && error.code === CANCELLED) return true;
      if (error instanceof WechatError && error.code === NO_TASK) return false;
      throw error;
    }
  }
}
