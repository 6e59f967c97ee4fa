import type { Clock } from '../clock.ts';
import { encryptMessage, signParts } from '../message-crypto.ts';
import { hex, type Randomness } from '../randomness.ts';
import type { EventField, WecomEvent, WecomEvents } from './events.ts';

/** Where the firm wants to be called and the two secrets it shares with WeCom for that. */
export interface CallbackAddress {
  readonly url: string;
  readonly token: string;
  readonly encodingAesKey: string;
  /** The app it belongs to. */
  readonly agentId: number;
}

/** What goes wrong on purpose. */
export interface CallbackSwitches {
  /** Copies of each event beyond the first. */
  readonly duplicates: number;
  /** A probe whose signature is wrong goes out before each event. */
  readonly probesSignature: boolean;
  /** Events wait until they are released, then go in the order asked for. */
  readonly isHeld: boolean;
}

export interface Attempt {
  readonly at: number;
  /** Null: no answer in time, or no connection. */
  readonly status: number | null;
  readonly kind: 'event' | 'duplicate' | 'wrong_signature';
}

export interface Delivery {
  readonly event: WecomEvent;
  readonly xml: string;
  readonly attempts: Attempt[];
  /** Whether the firm has answered 200 once. */
  isTaken: boolean;
}

/** The firm has five seconds; after a miss it is called three times more. */
export const ANSWER_MS = 5_000;
const RETRIES = 3;
const KEPT = 500;
const CALM: CallbackSwitches = { duplicates: 0, probesSignature: false, isHeld: false };

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

function fieldXml(value: EventField): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return cdata(value);
  return value.map((item) => `<Item>${cdata(item)}</Item>`).join('');
}

/** XML as WeCom writes it: texts in CDATA, numbers bare, lists of Item. */
export function xmlOf(fields: Readonly<Record<string, EventField>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `<${name}>${fieldXml(value)}</${name}>`);
  return `<xml>${lines.join('')}</xml>`;
}

/** Tells the firm what happened: encrypted, in order, again when it does not answer. */
export class Callbacks implements WecomEvents {
  readonly deliveries: Delivery[] = [];
  switches = CALM;
  private address: CallbackAddress | null = null;
  private waiting: Delivery[] = [];
  private sending = Promise.resolve();

  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly corpId: string,
    /** Real time: a socket that hangs knows no virtual clock. */
    private readonly answerMs: number = ANSWER_MS,
  ) {}

  fire(event: WecomEvent): void {
    const xml = xmlOf({
      ToUserName: this.corpId,
      FromUserName: 'sys',
      CreateTime: Math.floor(this.clock.now() / 1000),
      MsgType: 'event',
      ...event,
    });
    const delivery: Delivery = { event, xml, attempts: [], isTaken: false };
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT) this.deliveries.shift();
    if (this.switches.isHeld) this.waiting.push(delivery);
    else this.send(delivery);
  }

  /** Lets held events go. */
  release(order: 'kept' | 'reversed'): void {
    const held = order === 'kept' ? this.waiting : [...this.waiting].reverse();
    this.waiting = [];
    for (const delivery of held) this.send(delivery);
  }

  /** Sends one event again, as WeCom does when an answer got lost. */
  repeat(delivery: Delivery): void {
    this.send(delivery);
  }

  /** Resolves when everything that was fired has been told or given up. */
  async settled(): Promise<void> {
    let seen: Promise<void>;
    do {
      seen = this.sending;
      await seen;
    } while (seen !== this.sending);
  }

  forget(): void {
    this.address = null;
    this.switches = CALM;
    this.waiting = [];
    this.deliveries.length = 0;
  }

  /**
   * What the administrator's page does when an address is saved: the address must decrypt and give back a text.
   * @returns null when it did, otherwise why it is not taken.
   */
  async verify(address: CallbackAddress): Promise<string | null> {
    const echo = hex(this.randomness, 8);
    const { url } = this.sign(address, echo, (encrypted) => ({ echostr: encrypted }));
    const answer = await this.call(url, { method: 'GET' });
    if (answer === null) return 'no answer';
    if (answer.status !== 200) return `HTTP ${answer.status}`;
    if (answer.text !== echo) return 'another text came back';
    this.address = address;
    return null;
  }

  private send(delivery: Delivery): void {
    const { duplicates, probesSignature } = this.switches;
    this.sending = this.sending.then(async () => {
      if (this.address === null) return;
      if (probesSignature) await this.attempt(delivery, this.address, 'wrong_signature');
      for (let tries = 0; tries <= RETRIES; tries += 1) {
        if (await this.attempt(delivery, this.address, 'event')) break;
      }
      for (let copy = 0; copy < duplicates; copy += 1)
        await this.attempt(delivery, this.address, 'duplicate');
    });
  }

  private async attempt(
    delivery: Delivery,
    address: CallbackAddress,
    kind: Attempt['kind'],
  ): Promise<boolean> {
    const signed = this.sign(address, delivery.xml, () => ({}));
    const url =
      kind === 'wrong_signature' ? signed.url.replace(/msg_signature=./, 'msg_signature=x') : signed.url;
    const body = xmlOf({
      ToUserName: this.corpId,
      Encrypt: signed.encrypted,
      AgentID: String(address.agentId),
    });
    const answer = await this.call(url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
    delivery.attempts.push({ at: this.clock.now(), status: answer?.status ?? null, kind });
    const isTaken = answer?.status === 200;
    if (isTaken && kind === 'event') delivery.isTaken = true;
    return isTaken;
  }

  private sign(
    address: CallbackAddress,
    message: string,
    query: (encrypted: string) => Readonly<Record<string, string>>,
  ): { readonly url: string; readonly encrypted: string } {
    const { encodingAesKey, token } = address;
    const random = this.randomness.bytes(16);
    const encrypted = encryptMessage({ encodingAesKey, receiveId: this.corpId, message, random });
    const timestamp = String(Math.floor(this.clock.now() / 1000));
    const nonce = hex(this.randomness, 5);
    const url = new URL(address.url);
    const parameters = {
      msg_signature: signParts(token, timestamp, nonce, encrypted),
      timestamp,
      nonce,
      ...query(encrypted),
    };
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    return { url: url.toString(), encrypted };
  }

  private async call(
    url: string,
    init: { method: string; headers?: Record<string, string>; body?: string },
  ): Promise<{ readonly status: number; readonly text: string } | null> {
    try {
      const signal = AbortSignal.timeout(this.answerMs);
      const answer = await fetch(url, { ...init, signal, redirect: 'manual' });
      return { status: answer.status, text: await answer.text() };
    } catch {
      return null;
    }
  }
}
