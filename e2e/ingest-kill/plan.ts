import type { ReportedEvent } from '@siyu/shared/contracts/engagement';
import { CLIENT_EVENT_TYPES, CLIENT_EVENTS } from '@siyu/shared/contracts/engagement.limits';

const DAY = 86_400_000;

export interface Batch {
  /** Index of the member who reports it. */
  readonly member: number;
  readonly events: readonly ReportedEvent[];
  /** Sent once more though it was acknowledged. */
  readonly isReposted: boolean;
}
export interface PlanOptions {
  readonly seed: number;
  readonly members: number;
  readonly batches: number;
  readonly batchSize: number;
  readonly repostShare: number;
  readonly now: number;
}

/** mulberry32: a small generator whose run can be repeated from its seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** UUIDv7 of an instant, its random part from the generator. */
function uuid(at: number, random: () => number): string {
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
}

/** What the phones will report; the same for the same options. */
export function planBatches(options: PlanOptions): readonly Batch[] {
  const random = randomFrom(options.seed);
  const lessons = Array.from({ length: 12 }, () => uuid(options.now, random));
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const event = (): ReportedEvent => {
    const at = options.now - Math.floor(random() * 3 * DAY);
    const type = pick(CLIENT_EVENT_TYPES);
    return {
      eventId: uuid(at, random),
      type,
      occurredAt: new Date(at).toISOString(),
      [CLIENT_EVENTS[type].about]: pick(lessons),
      ...(CLIENT_EVENTS[type].value !== 'none' ? { value: 1 + Math.floor(random() * 600) } : {}),
    };
  };
  return Array.from({ length: options.batches }, (_, index) => ({
    member: index % options.members,
    events: Array.from({ length: options.batchSize }, event),
    isReposted: random() < options.repostShare,
  }));
}
