import { z } from 'zod';
import {
  HANDED_OVER,
  HANDOVER_REASON_MAX,
  HANDOVER_REASON_MIN,
  HANDOVER_STATES,
} from './handovers.limits.ts';
import { Cursor, Instant, PublicId } from './primitives.ts';

const Count = z.number().int();
const Person = z.object({ staffId: PublicId, name: z.string() });

/** Somebody of the caller's reach, with what would go over. */
export const HandoverPerson = Person.extend({
  branchName: z.string().nullable(),
  /** Null: not registered now. */
  registrationNo: z.string().nullable(),
  isServing: z.boolean(),
  hasWecom: z.boolean(),
  /** May take over what was a leaver's: serves, and is a registered adviser. */
  maySucceed: z.boolean(),
  /** Members in the own book, living groups, and accounts with codes. */
  members: Count,
  groups: Count,
  accounts: Count,
}).meta({ id: 'HandoverPerson' });
export type HandoverPerson = z.infer<typeof HandoverPerson>;
/** Those who look after members, by name; a leaver of before as long as something is theirs. */
export const HandoverPeople = z.object({ people: z.array(HandoverPerson) }).meta({ id: 'HandoverPeople' });
export type HandoverPeople = z.infer<typeof HandoverPeople>;

/** One act: the account is closed at once, and all that was theirs goes to the successor (REQ-PUB-3). */
export const HandOver = z
  .object({
    leaverId: PublicId,
    successorId: PublicId,
    reason: z.string().trim().min(HANDOVER_REASON_MIN).max(HANDOVER_REASON_MAX),
  })
  .meta({ id: 'HandOver' });
export type HandOver = z.infer<typeof HandOver>;

export const HandoverRow = z
  .object({
    handoverId: PublicId,
    leaver: Person,
    successor: Person,
    actorName: z.string(),
    reason: z.string(),
    state: z.enum(HANDOVER_STATES),
    /** Gone over so far. */
    members: Count,
    groups: Count,
    accounts: Count,
    /** Contacts of WeCom whom it was asked to hand over; each of them may still refuse. */
    contacts: Count,
    /** What WeCom refused, by its code. */
    refusals: z.array(z.object({ what: z.enum(HANDED_OVER), code: Count, many: Count })),
    begunAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'HandoverRow' });
export type HandoverRow = z.infer<typeof HandoverRow>;

export const HandoverQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
});
export type HandoverQuery = z.input<typeof HandoverQuery>;
/** The last begun first, of the caller's reach. */
export const HandoverRows = z
  .object({ rows: z.array(HandoverRow), total: Count, nextCursor: Cursor.nullable() })
  .meta({ id: 'HandoverRows' });
export type HandoverRows = z.infer<typeof HandoverRows>;
