import type { Clock } from '../clock.ts';
import type { Journal } from '../journal.ts';
import { signParts } from '../message-crypto.ts';
import { hex, type Randomness } from '../randomness.ts';
import {
  fieldsOf,
  writePush,
  type Push,
  type PushAddress,
  type PushFields,
  type PushSender,
  type Tampering,
} from './push-body.ts';

/** What is made to go wrong on purpose. */
export interface PushSwitches {
  /** Copies of each push beyond the first. */
  readonly duplicates: number;
  /** Probes that a careful receiver refuses go out before each push. */
  readonly probes: boolean;
  /** Pushes wait until they are released, then go in the order asked for. */
  readonly isHeld: boolean;
}

export interface PushAttempt {
  readonly at: number;
  readonly kind: 'push' | 'duplicate' | Tampering;
  /** Null: no answer in time, or no connection. */
  readonly status: number | null;
  readonly isTaken: boolean;
}

export interface PushDelivery {
  readonly push: Push;
  readonly createTime: number;
  readonly attempts: PushAttempt[];
  isTaken: boolean;
}

/** The receiver has five seconds; after a miss it is called three times more. */
export const ANSWER_MS = 5_000;
const RETRIES = 3;
const KEPT = 500;
const CALM: PushSwitches = { duplicates: 0, probes: false, isHeld: false };
const PROBES = {
  plain: ['wrong_signature'],
  compatible: ['wrong_signature', 'wrong_msg_signature'],
  secure: ['wrong_msg_signature', 'wrong_app'],
} as const;

interface Called {
  readonly status: number;
  readonly text: string;
}

/** WeChat takes nothing, the word, or a reply for the person as an answer. */
const isAnswer = ({ status, text }: Called): boolean =>
  status === 200 && /^(success|\s*[<{].*)?$/s.test(text);

/** The message push of one account: verified when it is set up, in order, again when it is not answered. */
export class MessagePush {
  readonly deliveries: PushDelivery[] = [];
  switches = CALM;
  address: PushAddress | null = null;
  /** Real time: a socket that hangs knows no virtual clock. */
  answerMs = ANSWER_MS;
  private waiting: PushDelivery[] = [];
  private sending = Promise.resolve();

  constructor(
    private readonly sender: PushSender,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly journal: Journal,
  ) {}

  fire(push: Push): void {
    const delivery: PushDelivery = {
      push,
      createTime: Math.floor(this.clock.now() / 1000),
      attempts: [],
      isTaken: false,
    };
    this.deliveries.push(delivery);
    if (this.deliveries.length > KEPT) this.deliveries.shift();
    if (this.switches.isHeld) this.waiting.push(delivery);
    else this.send(delivery);
  }

  /** Lets held pushes go. */
  release(order: 'kept' | 'reversed'): void {
    const held = order === 'kept' ? this.waiting : [...this.waiting].reverse();
    this.waiting = [];
    for (const delivery of held) this.send(delivery);
  }

  /** Resolves when everything that was fired has been taken or given up. */
  async settled(): Promise<void> {
    let seen: Promise<void>;
    do {
      seen = this.sending;
      await seen;
    } while (seen !== this.sending);
  }

  /** What the console does when an address is saved. @returns null when it is taken, otherwise why not */
  async verify(address: PushAddress, answerMs = ANSWER_MS): Promise<string | null> {
    this.answerMs = answerMs;
    const echostr = hex(this.randomness, 8);
    const [timestamp, nonce] = [this.timestamp(), hex(this.randomness, 5)];
    const signature = signParts(address.token, timestamp, nonce);
    const answer = await this.call(address.url, { signature, timestamp, nonce, echostr }, { method: 'GET' });
    if (answer === null) return 'no answer';
    if (answer.status !== 200) return `HTTP ${answer.status}`;
    if (answer.text !== echostr) return 'another text came back';
    this.address = address;
    return null;
  }

  private send(delivery: PushDelivery): void {
    this.sending = this.sending.then(async () => {
      const { address, switches } = this;
      if (address === null) return;
      const fields = fieldsOf(delivery.push, this.sender, delivery.createTime, address.format);
      const attempt = (kind: PushAttempt['kind']): Promise<boolean> =>
        this.attempt(delivery, address, fields, kind);
      if (switches.probes) for (const probe of PROBES[address.mode]) await attempt(probe);
      for (let tries = 0; tries <= RETRIES && !delivery.isTaken; tries += 1) {
        delivery.isTaken = await attempt('push');
      }
      for (let copy = 0; copy < switches.duplicates; copy += 1) await attempt('duplicate');
      this.note(delivery);
    });
  }

  private note(delivery: PushDelivery): void {
    const { Event: event, MsgType: kind } = delivery.push.fields;
    const name = typeof event === 'string' ? event : kind;
    this.journal.record({
      at: this.clock.now(),
      api: `push/${typeof name === 'string' ? name : 'other'}`,
      appId: this.sender.appId,
      account: null,
      errcode: delivery.isTaken ? 0 : -1,
      rid: '',
      fault: null,
    });
  }

  private async attempt(
    delivery: PushDelivery,
    address: PushAddress,
    fields: PushFields,
    kind: PushAttempt['kind'],
  ): Promise<boolean> {
    const stamp = {
      timestamp: this.timestamp(),
      nonce: hex(this.randomness, 5),
      random: this.randomness.bytes(16),
    };
    const tampering = kind === 'push' || kind === 'duplicate' ? null : kind;
    const { openid } = delivery.push;
    const { query, body } = writePush({ fields, openid }, this.sender, address, stamp, tampering);
    const type = address.format === 'json' ? 'application/json' : 'text/xml';
    const headers = { 'content-type': type };
    const answer = await this.call(address.url, query, { method: 'POST', headers, body });
    const isTaken = answer !== null && isAnswer(answer);
    delivery.attempts.push({ at: this.clock.now(), kind, status: answer?.status ?? null, isTaken });
    return isTaken;
  }

  private timestamp(): string {
    return String(Math.floor(this.clock.now() / 1000));
  }

  private async call(
    address: string,
    query: Readonly<Record<string, string>>,
    init: { method: string; headers?: Record<string, string>; body?: string },
  ): Promise<Called | null> {
    const url = new URL(address);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    try {
      const signal = AbortSignal.timeout(this.answerMs);
      const answer = await fetch(url, { ...init, signal, redirect: 'manual' });
      return { status: answer.status, text: await answer.text() };
    } catch {
      return null;
    }
  }
}
