import type { EventVerdicts, ReportedEvent } from '@siyu/shared/contracts/engagement';
import { DWELL_SECONDS_MAX, EVENTS_PER_BATCH_MAX } from '@siyu/shared/contracts/engagement.limits';
import { ApiError } from '../api/api-error';
import { isRecord, type PhoneStorage } from '../phone/storage';
import { storedList } from './stored-list';

export const EVENTS_KEY = 'siyu.events';
/** More than a month offline for an eager reader; beyond it the oldest reading times go first, then the oldest rest. */
export const EVENTS_KEPT_MAX = 2000;

/** An event as it waits on the phone: whose it is travels with it, because people share phones. */
export interface QueuedEvent extends ReportedEvent {
  readonly memberId: string;
}

export type NewEvent =
  | { readonly type: 'content_viewed' | 'content_shared'; readonly contentId: string }
  | { readonly type: 'content_dwelled'; readonly contentId: string; readonly value: number };

export interface EventQueuePorts {
  readonly storage: PhoneStorage;
  readonly now: () => number;
  readonly makeId: () => string;
  /** The member whose events may be recorded now; null before consent, and then nothing is kept at all. */
  readonly recordableMember: () => string | null;
  readonly send: (events: readonly ReportedEvent[]) => Promise<EventVerdicts>;
}

export interface EventQueue {
  record(event: NewEvent): void;
  /** Sends what waits for the signed-in member; true when nothing of it is left. */
  flush(): Promise<boolean>;
  count(memberId: string): number;
  forget(memberId: string): void;
}

/**
 * Behaviour events waiting on the phone. Each is in storage before anything else happens and leaves it only
 * when the server has answered with a verdict for its id, so an offline day or a killed app loses nothing;
 * the id makes a second arrival harmless.
 */
export function createEventQueue(ports: EventQueuePorts): EventQueue {
  const stored = storedList(ports.storage, EVENTS_KEY, isQueuedEvent);
  let flushing: Promise<boolean> | null = null;

  const waitingOf = (memberId: string): QueuedEvent[] =>
    stored.read().filter((event) => event.memberId === memberId);
  const drop = (ids: ReadonlySet<string>): void => {
    stored.change((events) => events.filter(({ eventId }) => !ids.has(eventId)));
  };

  async function sendAll(): Promise<boolean> {
    for (;;) {
      const memberId = ports.recordableMember();
      const batch = memberId === null ? [] : waitingOf(memberId).slice(0, EVENTS_PER_BATCH_MAX);
      if (batch.length === 0) return true;
      if (!(await deliver(batch))) return false;
    }
  }

  /** True when the whole batch has its verdicts. */
  async function deliver(batch: readonly QueuedEvent[]): Promise<boolean> {
    try {
      const { verdicts } = await ports.send(batch.map(({ memberId: _, ...event }) => event));
      const answered = new Set(verdicts.map(({ eventId }) => eventId));
      drop(answered);
      return batch.every(({ eventId }) => answered.has(eventId));
    } catch (error) {
      if (!isRefusalOfContent(error)) return false;
      if (batch.length === 1) {
        drop(new Set(batch.map(({ eventId }) => eventId)));
        return true;
      }
      // One bad event must not hold up its neighbours for ever: halve until it stands alone.
      const middle = Math.ceil(batch.length / 2);
      return (await deliver(batch.slice(0, middle))) && (await deliver(batch.slice(middle)));
    }
  }

  return {
    record(event) {
      const memberId = ports.recordableMember();
      if (memberId === null) return;
      const occurredAt = new Date(ports.now()).toISOString();
      const value = 'value' in event ? { value: Math.min(Math.round(event.value), DWELL_SECONDS_MAX) } : {};
      const queued = { ...event, ...value, memberId, eventId: ports.makeId(), occurredAt };
      stored.change((events) => bounded([...events, queued]));
    },
    flush() {
      flushing ??= sendAll().finally(() => {
        flushing = null;
      });
      return flushing;
    },
    count: (memberId) => waitingOf(memberId).length,
    forget(memberId) {
      stored.change((events) => events.filter((event) => event.memberId !== memberId));
    },
  };
}

/** Oldest reading times go first: a lesson seen says more than how long. */
function bounded(events: readonly QueuedEvent[]): QueuedEvent[] {
  const kept = [...events];
  while (kept.length > EVENTS_KEPT_MAX) {
    const oldestDwell = kept.findIndex(({ type }) => type === 'content_dwelled');
    kept.splice(Math.max(oldestDwell, 0), 1);
  }
  return kept;
}

function isRefusalOfContent(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 400 || error.status === 413 || error.status === 422);
}

function isQueuedEvent(value: unknown): value is QueuedEvent {
  return (
    isRecord(value) &&
    ['memberId', 'eventId', 'type', 'occurredAt'].every((name) => typeof value[name] === 'string')
  );
}
