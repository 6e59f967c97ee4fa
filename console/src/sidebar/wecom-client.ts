import type { ChatAddress, PageConfig } from '@siyu/shared/contracts/sidebar';
import type { InsertOutcome } from '@siyu/shared/contracts/sidebar.limits';
import { loadScript } from './load-script.ts';

/** What WeCom's own scripts put into a page. */
interface WecomScript {
  config(given: object): void;
  ready(run: () => void): void;
  error(run: (told: unknown) => void): void;
  agentConfig(given: object): void;
  invoke(api: string, params: object, done: (answer: unknown) => void): void;
}
declare global {
  interface Window {
    readonly wx?: WecomScript;
  }
}

const APIS = ['getContext', 'getCurExternalContact', 'getCurExternalChat', 'sendChatMessage'];
const LET_IN_MS = 8_000;
const SEND_MS = 20_000;

/** The page does not stand in WeCom, or nobody there answers. */
export class NotInWecom extends Error {
  override readonly name = 'NotInWecom';
}
/** WeCom's client says no; its words are for whoever sets the page up. */
export class RefusedByWecom extends Error {
  override readonly name = 'RefusedByWecom';
}

/** WeCom's client beside which the page stands. */
export interface WecomClient {
  /** Whose chat it is. */
  readonly chat: ChatAddress;
  /** Says a text in it; never throws, since what was asked may have been done. */
  send(text: string): Promise<InsertOutcome>;
}

/** Whether there is a client to ask at all: WeCom names itself, and the box holds the page in a frame. */
export const isInWecom = (): boolean => window.parent !== window || /wxwork/i.test(navigator.userAgent);

/**
 * Loads WeCom's scripts, shows the signatures and asks whose chat it is.
 * @throws {NotInWecom} @throws {RefusedByWecom}
 */
export async function connectToWecom(config: PageConfig): Promise<WecomClient> {
  for (const script of config.scripts) await loadScript(script);
  const { wx } = window;
  if (wx === undefined) throw new NotInWecom('no script');
  await letIn(wx, config);
  const invoke = (api: string, params: object) =>
    new Promise<unknown>((resolve) => wx.invoke(api, params, resolve));
  const ask = async (api: string, field: string): Promise<string> => {
    const answer = await within(LET_IN_MS, invoke(api, {}));
    const found = textAt(answer, field);
    if (found === null) throw new RefusedByWecom(textAt(answer, 'err_msg') ?? api);
    return found;
  };
  const isGroup = (await ask('getContext', 'entry')) === 'group_chat_tools';
  return {
    chat: isGroup
      ? { kind: 'GROUP', chatId: await ask('getCurExternalChat', 'chatId') }
      : { kind: 'CUSTOMER', externalUserId: await ask('getCurExternalContact', 'userId') },
    send: async (text) => {
      const message = { msgtype: 'text', text: { content: text } };
      const answer = await within(SEND_MS, invoke('sendChatMessage', message)).catch(() => null);
      if (answer === null) return 'UNKNOWN';
      return textAt(answer, 'err_msg') === 'sendChatMessage:ok' ? 'SENT' : 'FAILED';
    },
  };
}

/** First as a page of the corporation, then as that of the app, as older clients want it. */
async function letIn(wx: WecomScript, { corpId, agentId, corp, agent }: PageConfig): Promise<void> {
  const refused = (told: unknown) =>
    new RefusedByWecom(textAt(told, 'errMsg') ?? textAt(told, 'err_msg') ?? '');
  await within(
    LET_IN_MS,
    new Promise<void>((resolve, reject) => {
      wx.ready(resolve);
      wx.error((told) => reject(refused(told)));
      wx.config({ beta: true, debug: false, appId: corpId, ...corp, jsApiList: APIS });
    }),
  );
  await within(
    LET_IN_MS,
    new Promise<void>((resolve, reject) => {
      wx.agentConfig({
        corpid: corpId,
        agentid: agentId,
        ...agent,
        jsApiList: APIS,
        success: () => resolve(),
        fail: (told: unknown) => reject(refused(told)),
      });
    }),
  );
}

function within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NotInWecom('no answer')), ms);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function textAt(answer: unknown, field: string): string | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const value: unknown = Reflect.get(answer, field);
  return typeof value === 'string' ? value : null;
}
