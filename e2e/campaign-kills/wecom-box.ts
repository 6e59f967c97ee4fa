import { SANDBOX_KEYS } from '../../tools/sandbox-callbacks.ts';
import type { Whole } from '../harness/index.ts';

const CONTACT_WAY = 'https://work.weixin.qq.com/ca/';
const PAGE = 100;
const RECEIVERS_MAX = 1_000;
const DAY_S = 86_400;

/** What the box calls the account of a planted member. */
const accountOf = (memberNo: number): string => `planted-${memberNo}`;
export const contactIdOf = (memberNo: number): string => `wmSbx0000000000000000-${accountOf(memberNo)}`;

/** The WeCom of the box, asked as the firm asks it. */
export class WecomBox {
  #token: string | null = null;
  readonly #read = new Set<string>();

  constructor(private readonly whole: Whole) {}

  /** These people scan the code of an employee and are contacts from then on. */
  async befriend(userId: string, memberNos: readonly number[]): Promise<void> {
    const way = await this.#post('add_contact_way', { type: 1, scene: 2, user: [userId] });
    const text = `${CONTACT_WAY}${String(way['config_id'])}`;
    for (const memberNo of memberNos)
      await this.#ask('POST', '/__phone/wecom/scan', { account: accountOf(memberNo), text });
  }

  /** Receivers of the tasks that are new since the last look, with how often each is to get one. */
  async receivers(userId: string): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const msgid of await this.#newTasks()) {
      const answer = await this.#post('get_groupmsg_send_result', {
        ...{ msgid, userid: userId, limit: RECEIVERS_MAX },
      });
      for (const { external_userid: id } of answer['send_list'] as readonly { external_userid: string }[])
        counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }

  async #newTasks(): Promise<readonly string[]> {
    const now = Math.ceil(Date.now() / 1000);
    const found: string[] = [];
    for (let cursor = ''; ;) {
      const answer = await this.#post('get_groupmsg_list_v2', {
        ...{ chat_type: 'single', start_time: now - DAY_S, end_time: now + DAY_S, limit: PAGE, cursor },
      });
      const list = answer['group_msg_list'] as readonly { msgid: string }[];
      found.push(...list.map(({ msgid }) => msgid).filter((msgid) => !this.#read.has(msgid)));
      const { next_cursor: next } = answer;
      if (typeof next !== 'string' || next === '') break;
      cursor = next;
    }
    for (const msgid of found) this.#read.add(msgid);
    return found;
  }

  async #post(api: string, body: object): Promise<Record<string, unknown>> {
    if (this.#token === null) {
      const { WECOM_CORP_ID: corpid, WECOM_CONTACT_SECRET: corpsecret } = SANDBOX_KEYS;
      const query = new URLSearchParams({ corpid, corpsecret }).toString();
      this.#token = String((await this.#ask('GET', `/qyapi/cgi-bin/gettoken?${query}`))['access_token']);
    }
    const path = `/qyapi/cgi-bin/externalcontact/${api}?access_token=${this.#token}`;
    const answer = await this.#ask('POST', path, body);
    if (answer['errcode'] !== 0) throw new Error(`${api}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async #ask(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await fetch(this.whole.sandboxUrl + path, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  }
}
