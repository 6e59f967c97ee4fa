import type { BrakeChannel } from '@siyu/shared/contracts/brakes.limits';
import type { SendChannelName, SendState, SettledBy } from '@siyu/shared/contracts/platform-sends.limits';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../../platform/database/index.ts';
import type { BrakeQuestion } from '../../brakes/index.ts';
import type { PlatformName } from '../client/wechat-error.ts';

/** A send as its channel sees it. */
export interface SendFacts {
  readonly sendId: string;
  readonly businessKey: string;
  readonly memberNo: number | null;
  readonly plannedAt: number;
}

/** What became of a send. `UNKNOWN` may be followed by SENT or FAILED; the others are the end. */
export interface SendOutcome {
  readonly state: Extract<SendState, 'SENT' | 'FAILED' | 'UNKNOWN' | 'WITHHELD'>;
  readonly by: SettledBy | null;
  /** `wechat.43101`, `sends.too_late` or the channel's own reason; null when it was sent. */
  readonly errorCode: string | null;
  readonly platformId: string | null;
}

/** Null: go on. A reason: never. An instant: not yet. */
export type Admission = null | { readonly withhold: string } | { readonly postponeTo: number };

/** A kind of message: how it is sent, and what else hangs on it. Registered in `onModuleInit`. */
export interface SendChannel {
  readonly name: SendChannelName;
  readonly platform: PlatformName;
  /** The one call. Throws WechatError. @returns the platform's id of it */
  readonly send: (message: unknown, facts: SendFacts) => Promise<string | null>;
  /** A last look in the transaction that lets it go: budgets, opt-outs and quiet hours are decided and booked here. */
  readonly admit?: (tx: Transaction, facts: SendFacts) => Promise<Admission>;
  /** The way that a brake can stop; asked right before each call. */
  readonly way: BrakeChannel;
  /** What else of a message a brake may hold: whose it is, what it is about, what it says. */
  readonly about?: (
    message: unknown,
    facts: SendFacts,
    manager: EntityManager,
  ) => Promise<Omit<BrakeQuestion, 'channel'>>;
  /**
   * Takes back what the platform took and nobody has confirmed yet, such as a task that waits for an employee's tap.
   * Throws WechatError. @returns false when it is too late
   */
  readonly recall?: (platformId: string) => Promise<boolean>;
  /** In the transaction that writes the outcome. */
  readonly settled?: (tx: Transaction, facts: SendFacts, outcome: SendOutcome) => Promise<void>;
  /** Asks the platform what became of an unknown one; null when it cannot tell. */
  readonly query?: (message: unknown, facts: SendFacts) => Promise<'SENT' | 'FAILED' | null>;
}

export interface NewSend {
  readonly channel: SendChannelName;
  /** `notice:LESSON_REMINDER:<id>:<member>`: what the message is, so that it is planned once. Nothing personal. */
  readonly businessKey: string;
  readonly memberNo: number | null;
  /** Receiver and content; kept encrypted until it is known what became of it. */
  readonly message: object;
  /** By which an event of the platform that names no id finds it; see `matchKeyOf`. */
  readonly matchKey?: string;
  readonly notBefore?: number;
  readonly notAfter?: number;
}
