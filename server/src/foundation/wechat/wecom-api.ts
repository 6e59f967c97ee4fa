import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/index.ts';
import type { PlatformCall, PlatformClient } from './client/platform-client.ts';
import { WechatError } from './client/wechat-error.ts';
import { PlatformClients } from './platform-clients.ts';
import { PlatformTokens, type TokenSource } from './platform-tokens.ts';
import {
  type ContactWay,
  type MassSend,
  type MassSendOutcome,
  wecomAnswers,
  type WecomAttachment,
  type WecomContact,
  type WecomGroup,
} from './wecom-answers.ts';
import { wecomSource } from './wecom-source.ts';

const TOKEN_API = '/cgi-bin/gettoken';
const PER_MINUTE = 3_000;
const ONE_PERSON = 1;
const SEVERAL = 2;
const BY_CODE = 2;
const PAGES_MAX = 200;
const NOT_CONFIRMED = 0;
/** The employee has no contact at all. */
const NO_CONTACTS = 84061;
/** There is no such customer group of this firm. */
const NOT_OURS: readonly number[] = [40050, 90501];

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** What the server asks WeCom about customers and groups. Every method throws WechatError and nothing else. */
@Injectable()
export class WecomApi {
  readonly #client: PlatformClient;

  constructor(
    private readonly config: Config,
    private readonly clients: PlatformClients,
    private readonly tokens: PlatformTokens,
  ) {
    this.#client = clients.wecom;
    // Without WeCom there is nothing to find out.
    if (config.wecom !== null) this.#client.probeBy(() => this.#source(TOKEN_API).fetch());
  }

  /** Whether the firm has WeCom at all. */
  get isConfigured(): boolean {
    return this.config.wecom !== null;
  }

  /** A code that ties whoever scans it to an employee. Losing the answer costs a code nobody uses. */
  async addContactWay(
    way: ContactWay,
  ): Promise<{ readonly configId: string; readonly qrCode: string | null }> {
    const body = {
      type: way.userIds.length === 1 ? ONE_PERSON : SEVERAL,
      scene: BY_CODE,
      user: way.userIds,
      state: way.state,
      remark: way.remark,
      skip_verify: way.skipsVerification,
    };
    const { config_id, qr_code } = await this.#ask(
      { ...act('/cgi-bin/externalcontact/add_contact_way'), body },
      wecomAnswers.contactWay,
    );
    return { configId: config_id, qrCode: qr_code ?? null };
  }

  /** Ids of customer groups; a page at a time. */
  async groupChatList(cursor: string | null, limit = 100): Promise<Page<string>> {
    const body = { status_filter: 0, limit, ...(cursor !== null && { cursor }) };
    const { group_chat_list, next_cursor } = await this.#ask(
      { ...question('/cgi-bin/externalcontact/groupchat/list'), body },
      wecomAnswers.groups,
    );
    return { rows: group_chat_list.map(({ chat_id }) => chat_id), nextCursor: next_cursor || null };
  }

  async groupChatGet(chatId: string): Promise<WecomGroup> {
    const body = { chat_id: chatId, need_name: 0 };
    const call = { ...question('/cgi-bin/externalcontact/groupchat/get'), body };
    return (await this.#ask(call, wecomAnswers.group)).group_chat;
  }

  /** The customer group behind a group id of the mini-program; null when it is none of ours. */
  async opengidToChatid(opengid: string): Promise<string | null> {
    const call = { ...question('/cgi-bin/externalcontact/opengid_to_chatid'), body: { opengid } };
    return this.#ask(call, wecomAnswers.chatId).then(
      ({ chat_id }) => chat_id,
      (error: unknown) => {
        if (error instanceof WechatError && NOT_OURS.includes(error.code)) return null;
        throw error;
      },
    );
  }

  /** Makes a task that an employee has to confirm; nothing is sent before. Not repeatable. */
  async addMsgTemplate({ to, senderId, text, attachments = [] }: MassSend): Promise<{
    readonly msgid: string;
    /** Customers whom WeCom will not reach, such as those past the monthly cap. */
    readonly failed: readonly string[];
  }> {
    const body = {
      ...('customers' in to
        ? { chat_type: 'single', external_userid: to.customers }
        : { chat_type: 'group', chat_id_list: to.groups }),
      sender: senderId,
      text: { content: text },
      ...(attachments.length > 0 && { attachments }),
    };
    const call = { ...act('/cgi-bin/externalcontact/add_msg_template'), body };
    const { msgid, fail_list } = await this.#ask(call, wecomAnswers.massSend);
    return { msgid, failed: fail_list };
  }

  /** Whether an employee has still to confirm a mass send. */
  async isMassSendOpen(msgid: string): Promise<boolean> {
    const body = { msgid, limit: 1_000 };
    const call = { ...question('/cgi-bin/externalcontact/get_groupmsg_task'), body };
    const { task_list } = await this.#ask(call, wecomAnswers.massSendTasks);
    return task_list.some(({ status }) => status === NOT_CONFIRMED);
  }

  /** Takes a task back that nobody has confirmed yet; WeCom refuses the same again. */
  async cancelMassSend(msgid: string): Promise<void> {
    const call = { ...question('/cgi-bin/externalcontact/cancel_groupmsg_send'), body: { msgid } };
    await this.#ask(call, wecomAnswers.nothing);
  }

  /** What became of a mass send of one employee, receiver by receiver. */
  async massSendResult(msgid: string, userId: string): Promise<readonly MassSendOutcome[]> {
    const rows: MassSendOutcome[] = [];
    let cursor: string | undefined = '';
    for (let page = 0; cursor !== undefined && page < PAGES_MAX; page += 1) {
      const body: object = { msgid, userid: userId, limit: 500, ...(cursor !== '' && { cursor }) };
      const call = { ...question('/cgi-bin/externalcontact/get_groupmsg_send_result'), body };
      const answer: { send_list: MassSendOutcome[]; next_cursor?: string | undefined } = await this.#ask(
        call,
        wecomAnswers.massSendResult,
      );
      rows.push(...answer.send_list);
      cursor = answer.next_cursor || undefined;
    }
    return rows;
  }

  /** Once, within 20 seconds of the event that brought the code. Not repeatable. */
  async sendWelcomeMsg(
    welcomeCode: string,
    text: string,
    attachments: readonly WecomAttachment[] = [],
  ): Promise<void> {
    const body = {
      welcome_code: welcomeCode,
      text: { content: text },
      ...(attachments.length > 0 && { attachments }),
    };
    await this.#ask({ ...act('/cgi-bin/externalcontact/send_welcome_msg'), body }, wecomAnswers.nothing);
  }

  async externalContactGet(externalUserId: string): Promise<WecomContact> {
    const query = { external_userid: externalUserId };
    return this.#ask({ ...question('/cgi-bin/externalcontact/get'), query }, wecomAnswers.contact);
  }

  /** Whom an employee has as contacts, those included who have dropped the employee. */
  async contactsOf(userId: string): Promise<readonly string[]> {
    const call = { ...question('/cgi-bin/externalcontact/list'), query: { userid: userId } };
    return this.#ask(call, wecomAnswers.contacts).then(
      ({ external_userid }) => external_userid,
      (error: unknown) => {
        if (error instanceof WechatError && error.code === NO_CONTACTS) return [];
        throw error;
      },
    );
  }

  /**
   * What a page beside a chat signs with, shared and kept as tokens are: WeCom counts how often it is asked.
   * @param whose the corporation's for wx.config, the app's own for wx.agentConfig
   */
  async pageTicket(whose: 'corp' | 'agent'): Promise<string> {
    const { path, query } =
      whose === 'corp'
        ? { path: '/cgi-bin/get_jsapi_ticket', query: {} }
        : { path: '/cgi-bin/ticket/get', query: { type: 'agent_config' } };
    return this.tokens.token({
      platform: 'wecom',
      name: `wecom:${this.config.wecom?.corpId ?? ''}:${whose}-ticket`,
      fetch: async () => {
        const { ticket, expires_in } = await this.#ask({ ...question(path), query }, wecomAnswers.ticket);
        return { token: ticket, expiresInS: expires_in };
      },
    });
  }

  #ask<Shape extends Parameters<PlatformClient['call']>[2]>(call: PlatformCall, shape: Shape) {
    return this.#client.call(this.#source(call.path), call, shape);
  }

  /** The token of customer contact does for all of these. */
  #source(api: string): TokenSource {
    return wecomSource(this.config, this.clients, 'contact', api);
  }
}

const question = (path: string): PlatformCall => ({ path, perMinute: PER_MINUTE, isRepeatable: true });
const act = (path: string): PlatformCall => ({ ...question(path), isRepeatable: false });
