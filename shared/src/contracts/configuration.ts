import { z } from 'zod';
import { CONFIG_KEY_PATTERN, CONFIG_STATES } from './configuration.limits.ts';
import { Cursor, Instant, PublicId } from './primitives.ts';

export const ConfigKeyParam = z.string().regex(CONFIG_KEY_PATTERN);
/** What a version says; its form belongs to its key. */
const Value = z.record(z.string(), z.unknown());

/** One thing the business sets, as it stands. */
export const ConfigKeyRow = z
  .object({
    key: z.string(),
    /** The version in force now. */
    version: z.number().int(),
    validFrom: Instant,
    /** Versions that wait for a second person. */
    waiting: z.number().int(),
    /** When an approved version that is not in force yet takes over. */
    nextFrom: Instant.nullable(),
  })
  .meta({ id: 'ConfigKeyRow' });
export type ConfigKeyRow = z.infer<typeof ConfigKeyRow>;
export const ConfigKeyRows = z
  .object({ rows: z.array(ConfigKeyRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'ConfigKeyRows' });
export type ConfigKeyRows = z.infer<typeof ConfigKeyRows>;

export const ConfigVersionRow = z
  .object({
    configVersionId: PublicId,
    key: z.string(),
    version: z.number().int(),
    state: z.enum(CONFIG_STATES),
    isInForce: z.boolean(),
    /** Asked for at first; with the approval it becomes the moment of the approval at the earliest. */
    validFrom: Instant,
    sha256: z.string(),
    /** Null: the value the software brought along. */
    authorId: PublicId.nullable(),
    authorName: z.string().nullable(),
    reviewerName: z.string().nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'ConfigVersionRow' });
export type ConfigVersionRow = z.infer<typeof ConfigVersionRow>;
export const ConfigVersionQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
});
export type ConfigVersionQuery = z.input<typeof ConfigVersionQuery>;
/** The highest version first. */
export const ConfigVersionRows = z
  .object({ rows: z.array(ConfigVersionRow), total: z.number().int(), nextCursor: Cursor.nullable() })
  .meta({ id: 'ConfigVersionRows' });
export type ConfigVersionRows = z.infer<typeof ConfigVersionRows>;
/** A version beside the one in force, so that whoever decides sees what would change. */
export const ConfigVersionDetail = z
  .object({
    row: ConfigVersionRow,
    value: Value,
    inForce: z.object({ version: z.number().int(), value: Value }),
  })
  .meta({ id: 'ConfigVersionDetail' });
export type ConfigVersionDetail = z.infer<typeof ConfigVersionDetail>;

export const CheckConfig = z.object({ value: Value }).meta({ id: 'CheckConfig' });
export type CheckConfig = z.infer<typeof CheckConfig>;
/** The value as it would be stored: fields that the key does not know are left out. */
export const CheckedConfig = z.object({ value: Value, sha256: z.string() }).meta({ id: 'CheckedConfig' });
export type CheckedConfig = z.infer<typeof CheckedConfig>;
/** `baseVersion` is the version in force that the author saw; another one by now is refused. */
export const ProposeConfig = z
  .object({ value: Value, validFrom: Instant.nullable(), baseVersion: z.number().int() })
  .meta({ id: 'ProposeConfig' });
export type ProposeConfig = z.infer<typeof ProposeConfig>;
