import { z } from 'zod';
import {
  BRAKE_KINDS,
  BRAKE_REASON_MAX,
  BRAKE_REASON_MIN,
  BRAKE_STATES,
  BRAKE_TARGETS_MAX,
  CHOSEN_KINDS,
  HELD_KINDS,
  PRODUCT_NAME_MAX,
} from './brakes.limits.ts';
import { Cursor, Instant, PageQuery, PublicId } from './primitives.ts';

const Reason = z.string().trim().min(BRAKE_REASON_MIN).max(BRAKE_REASON_MAX);

/** A request to let go again that nobody has decided on yet. */
const AskedRelease = z.object({
  reason: z.string(),
  askerName: z.string(),
  askedAt: Instant,
  version: z.number().int(),
  /** Of what the second person decides on. */
  sha256: z.string(),
});

/** One brake: what it stops, who put it on and why, and what it holds back at this moment. */
export const BrakeRow = z
  .object({
    brakeId: PublicId,
    kind: z.enum(BRAKE_KINDS),
    /** Code of a product, name of a channel; null where the name says it all. */
    target: z.string().nullable(),
    targetName: z.string(),
    state: z.enum(BRAKE_STATES),
    reason: z.string(),
    putOnByName: z.string(),
    putOnAt: Instant,
    asked: AskedRelease.nullable(),
    releasedByName: z.string().nullable(),
    releasedAt: Instant.nullable(),
    /** Null once it is released. */
    held: z.record(z.enum(HELD_KINDS), z.number().int()).nullable(),
    /** Whether the caller may ask for its release. */
    mayAsk: z.boolean(),
  })
  .meta({ id: 'BrakeRow' });
export type BrakeRow = z.infer<typeof BrakeRow>;

/** The latest first. */
export const BrakeRows = z
  .object({
    rows: z.array(BrakeRow),
    total: z.number().int(),
    nextCursor: Cursor.nullable(),
  })
  .meta({ id: 'BrakeRows' });
export type BrakeRows = z.infer<typeof BrakeRows>;
export const BrakeQuery = PageQuery.extend({ state: z.enum(BRAKE_STATES).default('ON') });
export type BrakeQuery = z.input<typeof BrakeQuery>;

/** While everything is stopped, everybody at the desk is told so. */
export const FirmBrake = z
  .object({
    brake: z.object({ putOnAt: Instant, putOnByName: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'FirmBrake' });
export type FirmBrake = z.infer<typeof FirmBrake>;

export const BrakeTargetQuery = z.object({
  kind: z.enum(CHOSEN_KINDS),
  search: z.string().trim().max(40).optional(),
});
export type BrakeTargetQuery = z.input<typeof BrakeTargetQuery>;
export const BrakeTargets = z
  .object({
    targets: z
      .array(z.object({ target: PublicId, name: z.string(), note: z.string().nullable() }))
      .max(BRAKE_TARGETS_MAX),
  })
  .meta({ id: 'BrakeTargets' });
export type BrakeTargets = z.infer<typeof BrakeTargets>;

/** `target`: id of a branch, adviser or text, code of a product, name of a channel; none for the firm. */
export const PutOnBrake = z
  .object({
    kind: z.enum(BRAKE_KINDS),
    target: z.string().max(64).nullable(),
    /** Of a product. */
    name: z.string().trim().max(PRODUCT_NAME_MAX).optional(),
    reason: Reason,
  })
  .meta({ id: 'PutOnBrake' });
export type PutOnBrake = z.infer<typeof PutOnBrake>;
export const AskRelease = z
  .object({ reason: z.string().trim().min(1).max(BRAKE_REASON_MAX) })
  .meta({ id: 'AskRelease' });
export type AskRelease = z.infer<typeof AskRelease>;
