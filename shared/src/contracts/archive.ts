import { z } from 'zod';
import {
  ARCHIVE_ALARMS,
  FINDING_CONTEXT,
  FINDING_CONTRADICTED_MAX,
  FINDING_NOTE_MAX,
  FINDING_STATES,
  SPEAKERS,
  TEXT_STATES,
  UNKEPT_NAMED_MAX,
} from './archive.limits.ts';
import { WORDING_FAULTS, WORDING_LEVELS } from './moderation.limits.ts';
import { CivilDay, Cursor, Instant, PublicId } from './primitives.ts';

const Count = z.number().int();

/** One message of the archive, as staff may see it. */
export const ArchivedEntry = z
  .object({
    messageId: PublicId,
    sentAt: Instant,
    speaker: z.enum(SPEAKERS),
    /** Of staff; null for a customer, and for an employee nobody here knows. */
    staffName: z.string().nullable(),
    /** WeCom's own word, such as `text` or `image`. */
    kind: z.string(),
    isInGroup: z.boolean(),
    isRecalled: z.boolean(),
    textState: z.enum(TEXT_STATES),
    text: z.string().nullable(),
    /** The file itself is not kept. */
    fileBytes: Count.nullable(),
  })
  .meta({ id: 'ArchivedEntry' });
export type ArchivedEntry = z.infer<typeof ArchivedEntry>;

/** Words of staff that may not be said; in the list without the words. */
export const FindingRow = z
  .object({
    findingId: PublicId,
    /** Null: an employee of WeCom whom nobody here knows. */
    staffId: PublicId.nullable(),
    staffName: z.string(),
    branchName: z.string().nullable(),
    isInGroup: z.boolean(),
    sentAt: Instant,
    level: z.enum(WORDING_LEVELS),
    fault: z.enum(WORDING_FAULTS),
    reasonCode: z.string(),
    state: z.enum(FINDING_STATES),
    /** Staff who said the opposite about the same security on the same day: an alert (REQ-ADV-8). */
    contradictedBy: z.array(z.string()).max(FINDING_CONTRADICTED_MAX),
    handledAt: Instant.nullable(),
    handlerName: z.string().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'FindingRow' });
export type FindingRow = z.infer<typeof FindingRow>;

export const FindingQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(50),
  cursor: Cursor.optional(),
  state: z.enum(FINDING_STATES).default('OPEN'),
  level: z.enum(WORDING_LEVELS).optional(),
  fault: z.enum(WORDING_FAULTS).optional(),
  staffId: PublicId.optional(),
  /** Of Shanghai. */
  day: CivilDay.optional(),
});
export type FindingQuery = z.input<typeof FindingQuery>;

export const Findings = z
  .object({ rows: z.array(FindingRow), total: Count, nextCursor: Cursor.nullable() })
  .meta({ id: 'Findings' });
export type Findings = z.infer<typeof Findings>;

export const Finding = FindingRow.extend({
  /** The whole message; null when it can be read no more. */
  text: z.string().nullable(),
  /** Place in the text, in UTF-16 units, `[start, end)`. */
  start: Count,
  end: Count,
  /** Masked; null for a customer nobody here knows, and in a group. */
  memberName: z.string().nullable(),
  /** What was said before and after in the same chat, the message itself among them, the oldest first. */
  context: z.array(ArchivedEntry).max(2 * FINDING_CONTEXT + 1),
}).meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

export const HandleFinding = z
  .object({ note: z.string().trim().min(1).max(FINDING_NOTE_MAX) })
  .meta({ id: 'HandleFinding' });
export type HandleFinding = z.infer<typeof HandleFinding>;

/** Whether what is said in a group is kept. */
export const GroupArchive = z.object({ isKept: z.boolean() }).meta({ id: 'GroupArchive' });
export type GroupArchive = z.infer<typeof GroupArchive>;

/** What of the firm's conversations is kept and what leaves no trace. */
export const ArchiveCoverage = z
  .object({
    asOf: Instant,
    /** Without an archive nothing is kept. */
    isOn: z.boolean(),
    /** When the archive was read to its end last. */
    caughtUpAt: Instant.nullable(),
    alarm: z.enum(ARCHIVE_ALARMS).nullable(),
    lost: z.object({ from: Instant, to: Instant }).nullable(),
    /** Records nobody can read, by why: their key is not there, or they are damaged. */
    unread: z.object({ unknownKey: Count, damaged: Count, keyVersions: z.array(Count).max(20) }),
    /** Messages handed over without a consent, of which nothing is kept. */
    refused: Count,
    advisers: z.object({
      total: Count,
      kept: Count,
      /** Those that leave no trace, named up to a bound. */
      unkept: z
        .array(z.object({ staffId: PublicId, name: z.string(), branchName: z.string().nullable() }))
        .max(UNKEPT_NAMED_MAX),
    }),
    groups: z.object({
      total: Count,
      kept: Count,
      unkept: z
        .array(z.object({ groupId: PublicId, name: z.string(), ownerName: z.string().nullable() }))
        .max(UNKEPT_NAMED_MAX),
    }),
    /** Customers known in WeCom, by whether they agreed to be recorded with anybody. */
    contacts: z.object({ total: Count, agreed: Count, disagreed: Count }),
  })
  .meta({ id: 'ArchiveCoverage' });
export type ArchiveCoverage = z.infer<typeof ArchiveCoverage>;
