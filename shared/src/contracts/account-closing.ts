import { z } from 'zod';
import { Instant } from './primitives.ts';

/** The member has read what is erased and what the law keeps, in this version of the text, and wants it. */
export const CloseAccount = z
  .object({ textVersion: z.string().max(32), isUnderstood: z.literal(true) })
  .meta({ id: 'CloseAccount' });
export type CloseAccount = z.infer<typeof CloseAccount>;

export const ClosedAccount = z.object({ closedAt: Instant }).meta({ id: 'ClosedAccount' });
export type ClosedAccount = z.infer<typeof ClosedAccount>;
