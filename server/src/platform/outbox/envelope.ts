import type { z } from 'zod';
import type { Transaction } from '../database/index.ts';

/** A kind of fact, as its publisher declares it: what its events carry decides who has to be asked before it goes on. */
export interface EventKind {
  readonly type: string;
  readonly payload: z.ZodType;
}

/** What a publisher says. `type` is a past fact such as `LessonCompleted`; `payload` at most 8 KB, without personal data. */
export interface NewEvent {
  readonly type: string;
  readonly version: number;
  /** The member number, or null for facts about the firm. */
  readonly subjectNo: number | null;
  readonly subjectSeq: number | null;
  readonly occurredAt: number;
  readonly causationId: string | null;
  readonly payload: object;
}

/** What a consumer gets; parse `payload` with the publisher's schema. */
export interface DeliveredEvent extends Omit<NewEvent, 'payload'> {
  readonly id: string;
  readonly recordedAt: number;
  readonly payload: unknown;
}

export type Consume = (tx: Transaction, event: DeliveredEvent) => Promise<void>;
/** Takes many events in one transaction; a member's in their order. When it throws, each half is tried by itself. */
export type ConsumeAll = (tx: Transaction, events: readonly DeliveredEvent[]) => Promise<void>;

export interface BatchOptions {
  /** Whether an event is for this consumer, by what its publisher says; others are never written for it. */
  readonly wants: (payload: object) => boolean;
}
