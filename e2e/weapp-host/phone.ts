import { startMiniApp, type MiniApp } from './mini-app.ts';
import { PhoneStorage } from './storage.ts';
import type { RequestRecord } from './wx-request.ts';

export interface PhoneOptions {
  /** Folder of the built bundle. */
  readonly bundle: string;
  readonly serverUrl: string;
  readonly sandboxUrl: string;
  /** Who is signed in to WeChat on this phone. */
  readonly account: string;
}

/** A person's phone: storage and network outlive the app, which can be killed and started again. */
export class Phone {
  readonly storage = new PhoneStorage();
  /** What a page shown alone keeps, apart from the app's own. */
  readonly singlePageStorage = new PhoneStorage();
  readonly requests: RequestRecord[] = [];
  readonly serverUrl: string;
  /** What the camera of wx.scanCode reads; null: the person closes it. */
  codeInView: { readonly result: string; readonly path?: string } | null = null;
  /** The chat whose card is opened next, by its name in the box. */
  chat: string | null = null;
  /** Whether this WeChat has the chat tool's open mode, and whether the firm may use it. */
  chatTool: 'absent' | 'refused' | 'allowed' = 'absent';
  isInChatTool = false;
  /** Pictures of the album by path; wx.chooseMedia picks the first that fit. */
  readonly album = new Map<string, Uint8Array>();
  isOnline = true;
  /** By how much the phone's clock is ahead of this machine's; negative: behind. */
  clockAheadMs = 0;
  /** The server hears every request, and no answer to events comes back. */
  losesAnswers = false;
  /** What the phone is told instead of what the server answers to a GET; null: the server's own. */
  answerInstead: (url: string) => object | null = () => null;
  /** How long an answer is on its way beside what the server takes, in milliseconds. */
  delayOf: (url: string) => number = () => 0;
  private app: MiniApp | null = null;

  constructor(readonly options: PhoneOptions) {
    this.serverUrl = options.serverUrl;
  }

  /** @param scene what WeChat says of the way in, such as 1047 for a scanned code */
  launch(url?: string, scene?: number): MiniApp {
    this.kill();
    this.app = startMiniApp(this, url, scene);
    return this.app;
  }

  /** The system ends the app without a word to it. */
  kill(): void {
    this.app?.end();
    this.app = null;
  }

  setOnline(isOnline: boolean): void {
    this.isOnline = isOnline;
    this.app?.networkChanged(isOnline);
  }

  /** wx.canIUse: a WeChat without the chat tool knows all but its calls. */
  knows(name: string): boolean {
    return this.chatTool !== 'absent' || !['enterChatToolMode', 'shareAppMessageToGroup'].includes(name);
  }

  /** wx.login: WeChat's app on this phone asks WeChat for a code. */
  async login(): Promise<{ code: string }> {
    if (!this.isOnline) throw new Error('net::ERR_INTERNET_DISCONNECTED');
    return { code: String((await this.askBox('login', {}))['code']) };
  }

  /** wx.getGroupEnterInfo: WeChat encrypts which chat the card that was opened lies in. */
  async groupEnterInfo(scene: number): Promise<Record<string, unknown>> {
    const answer = await this.askBox('group-enter-info', { group: this.chat, scene });
    if (answer['errMsg'] !== 'getGroupEnterInfo:ok') throw new Error(String(answer['errMsg']));
    return answer;
  }

  /** wx.requestSubscribeMessage: WeChat's own window, in which this person allows whatever is asked for. */
  async subscribe(tmplIds: unknown): Promise<Record<string, unknown>> {
    const answer = await this.askBox('subscribe', { tmplIds });
    if (answer['errMsg'] !== 'requestSubscribeMessage:ok') throw new Error(String(answer['errMsg']));
    return answer;
  }

  /** WeChat's own calls about lives of Channels. */
  async askChannels(what: string, asked: object): Promise<Record<string, unknown>> {
    const answer = await this.askBox(`channels/${what}`, asked);
    const [, refusal] = /:fail (.*)$/.exec(String(answer['errMsg'])) ?? [];
    if (refusal !== undefined) throw new Error(refusal);
    return answer;
  }

  private async askBox(what: string, asked: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.options.sandboxUrl}/__phone/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: this.options.account, ...asked }),
    });
    return (await response.json()) as Record<string, unknown>;
  }

  /** Bodies sent to a path, in order. */
  bodiesTo(path: string): unknown[] {
    return this.requests
      .filter((request) => request.path === path && request.body !== null)
      .map((request) => JSON.parse(request.body ?? 'null') as unknown);
  }
}
