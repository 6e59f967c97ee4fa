import { randomBytes } from 'node:crypto';
import type { ReportedEvent } from '../shared/src/contracts/engagement.ts';
import { seededRandom } from '../shared/src/rfm/lifetime/testing/random-draws.ts';
import type { Phone } from './phones.ts';
import type { Value } from './store.ts';

/** What one phone reports in one request. */
export interface EventBatch {
  readonly phone: Phone;
  readonly events: readonly ReportedEvent[];
  /** The request's body. */
  readonly body: string;
}

const HOUR = 3_600_000;
const LESSONS = Array.from({ length: 12 }, (_, at) => uuidAt(1_700_000_000_000 + at));

/** A UUIDv7 of an instant, as phones make them. */
function uuidAt(instant: number): string {
  const time = instant.toString(16).padStart(12, '0');
  const random = randomBytes(9).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6)}`;
}

/**
 * Batches of reading: lessons opened, read on and shared within the last hours, each phone in its turn.
 * @param size events in each
 */
export function planBatches(phones: readonly Phone[], batches: number, size: number): readonly EventBatch[] {
  const next = seededRandom(13);
  const now = Date.now();
  const eventOf = (): ReportedEvent => {
    const at = now - Math.floor(next() * 6 * HOUR);
    const kind = next();
    const lesson = LESSONS[Math.floor(next() * LESSONS.length)] ?? '';
    const told = { eventId: uuidAt(at), occurredAt: new Date(at).toISOString(), contentId: lesson };
    if (kind < 0.3) return { ...told, type: 'content_viewed' };
    if (kind < 0.4) return { ...told, type: 'content_shared' };
    return { ...told, type: 'content_dwelled', value: 1 + Math.floor(next() * 60) };
  };
  return Array.from({ length: batches }, (_, at) => {
    const phone = phones[at % phones.length];
    if (phone === undefined) throw new RangeError('nobody to report events');
    const events = Array.from({ length: size }, eventOf);
    return { phone, events, body: JSON.stringify({ events }) };
  });
}

export const EVENT_COLUMNS = [
  'member_no',
  'event_id',
  'type',
  'occurred_at',
  'recorded_at',
  'source',
  'content_id',
  'product_id',
  'channel_id',
  'campaign_id',
  'session_id',
  'value',
  'schema_version',
  'is_clock_suspect',
  'seq',
] as const;

/** The rows that a batch becomes in the log. */
export function rowsOf({ phone, events }: EventBatch): readonly (readonly Value[])[] {
  const now = Date.now();
  return events.map(({ eventId, type, occurredAt, contentId, value }) => [
    phone.memberNo,
    eventId,
    type,
    Date.parse(occurredAt),
    now,
    'phone',
    contentId ?? null,
    null,
    null,
    null,
    null,
    value ?? null,
    1,
    0,
    1,
  ]);
}
