import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.ts';
import type { PlatformCall, PlatformClient } from './client/platform-client.ts';
import { PlatformClients } from './platform-clients.ts';
import { wecomAnswers } from './wecom-answers.ts';
import { wecomSource } from './wecom-source.ts';

const PER_MINUTE = 600;
const PAGE = 1_000;
const PAGES_MAX = 200;

/** What WeCom did not take, by whose it is and its errcode. */
export type TransferRefusals = ReadonlyMap<string, number>;

/**
 * 客户继承: whom and what an employee has in WeCom goes to another one. WeCom has two ways, one for somebody who is there
 * still and one for somebody whom its administrator has removed. Every method throws WechatError and nothing else.
 */
@Injectable()
export class WecomTransfers {
  readonly #client: PlatformClient;

  constructor(
    private readonly config: Config,
    private readonly clients: PlatformClients,
  ) {
    this.#client = clients.wecom;
  }

  /** Whether the firm has WeCom at all. */
  get isConfigured(): boolean {
    return this.config.wecom !== null;
  }

  /** Whether an employee is there still, with customer contact. */
  async isThere(userId: string): Promise<boolean> {
    const { follow_user } = await this.#ask(question('get_follow_user_list'), wecomAnswers.followUsers);
    return follow_user.includes(userId);
  }

  /** Contacts of somebody who was removed, as far as nobody has them yet. */
  async unassignedOf(userId: string): Promise<readonly string[]> {
    const found: string[] = [];
    let cursor: string | null = '';
    for (let page = 0; cursor !== null && page < PAGES_MAX; page += 1) {
      const body: object = { page_size: PAGE, ...(cursor !== '' && { cursor }) };
      const call = { ...question('get_unassigned_list'), body };
      const answer: {
        info: { handover_userid: string; external_userid: string }[];
        next_cursor?: string | undefined;
      } = await this.#ask(call, wecomAnswers.unassigned);
      for (const { handover_userid, external_userid } of answer.info)
        if (handover_userid === userId) found.push(external_userid);
      cursor = answer.next_cursor || null;
    }
    return found;
  }

  /** At most 100. The customers are told by WeCom, and may refuse within a day. */
  async transferContacts(
    from: string,
    to: string,
    externalUserIds: readonly string[],
    isThere: boolean,
  ): Promise<TransferRefusals> {
    const body = { handover_userid: from, takeover_userid: to, external_userid: externalUserIds };
    const call = { ...act(isThere ? 'transfer_customer' : 'resigned/transfer_customer'), body };
    const { customer } = await this.#ask(call, wecomAnswers.transfers);
    return new Map(
      customer.flatMap(({ external_userid, errcode }) => (errcode === 0 ? [] : [[external_userid, errcode]])),
    );
  }

  /** At most 100 groups. */
  async transferGroups(to: string, chatIds: readonly string[], isThere: boolean): Promise<TransferRefusals> {
    const body = { chat_id_list: chatIds, new_owner: to };
    const call = { ...act(isThere ? 'groupchat/onjob_transfer' : 'groupchat/transfer'), body };
    const { failed_chat_list } = await this.#ask(call, wecomAnswers.groupTransfers);
    return new Map(failed_chat_list.map(({ chat_id, errcode }) => [chat_id, errcode]));
  }

  #ask<Shape extends Parameters<PlatformClient['call']>[2]>(call: PlatformCall, shape: Shape) {
    return this.#client.call(wecomSource(this.config, this.clients, 'contact', call.path), call, shape);
  }
}

const question = (api: string): PlatformCall => ({
  path: `/cgi-bin/externalcontact/${api}`,
  perMinute: PER_MINUTE,
  isRepeatable: true,
});
/** Made again, it has no other effect: what went over is refused by its code. */
const act = question;
