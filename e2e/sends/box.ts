import type { Whole } from '../harness/index.ts';

export const PUSH = {
  token: 'e2epushtoken1',
  encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
} as const;
const TEMPLATE = 'sbx-new-lesson';

/** What the box saw of the messages, person by person. */
export interface Seen {
  /** Every call. */
  readonly calls: ReadonlyMap<string, number>;
  /** Calls that WeChat took. */
  readonly taken: ReadonlyMap<string, number>;
}

/** The levers of the box that this check pulls. */
export class Box {
  constructor(private readonly whole: Whole) {}

  /** Tells WeChat where its events go; the server has to give the echo back. */
  async pushTo(appId: string): Promise<void> {
    const address = { ...PUSH, url: `${this.whole.url}/v1/wechat/push`, mode: 'secure', format: 'json' };
    const answer = await this.#ask('PUT', `/__control/accounts/${appId}/push/address`, address);
    if ((answer as { isTaken: boolean }).isTaken !== true)
      throw new Error(`not taken: ${JSON.stringify(answer)}`);
  }

  async accept(accounts: readonly string[], template = TEMPLATE): Promise<void> {
    for (const account of accounts)
      await this.#ask('POST', '/__phone/subscribe', {
        account,
        tmplIds: [template],
        choices: { [template]: 'accept' },
      });
  }

  fault(fault: object): Promise<unknown> {
    return this.#ask('POST', '/__control/faults', { api: 'subscribe/send', ...fault });
  }

  clearFaults(): Promise<unknown> {
    return this.#ask('DELETE', '/__control/faults');
  }

  /** Since the last time it was asked: the box keeps a thousand calls. */
  async seen(): Promise<Seen> {
    const { entries } = (await this.#ask('GET', '/__control/journal?api=subscribe%2Fsend')) as {
      entries: readonly { account: string | null; errcode: number; fault: string | null }[];
    };
    await this.#ask('DELETE', '/__control/journal');
    const count = (some: typeof entries) => {
      const counts = new Map<string, number>();
      for (const { account } of some)
        if (account !== null) counts.set(account, (counts.get(account) ?? 0) + 1);
      return counts;
    };
    return { calls: count(entries), taken: count(entries.filter(({ errcode }) => errcode === 0)) };
  }

  async #ask(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(this.whole.sandboxUrl + path, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }
}

/** A message as the server keeps it before it goes out. */
export const messageTo = (account: string) => ({
  openid: `osbx-${account}`,
  templateId: TEMPLATE,
  data: { thing1: '基金入门', thing2: '第二课', time3: '2026年11月24日 15:01' },
});
