import { z } from 'zod';
import { ACCOUNT_NO_PATTERN, LINK_CODE_PATTERN, PHONE_PATTERN } from './identity.limits.ts';
import { Instant } from './primitives.ts';

/** What a member names to link the own securities account; the core system compares the two and sends a code. */
export const StartAccountLink = z
  .object({ accountNo: z.string().regex(ACCOUNT_NO_PATTERN), phone: z.string().regex(PHONE_PATTERN) })
  .meta({ id: 'StartAccountLink' });
export type StartAccountLink = z.infer<typeof StartAccountLink>;

/** A code is on its way to the phone whose number ends like this. */
export const SentLinkCode = z
  .object({ phoneTail: z.string(), expiresAt: Instant, codesLeft: z.number().int() })
  .meta({ id: 'SentLinkCode' });
export type SentLinkCode = z.infer<typeof SentLinkCode>;

export const FinishAccountLink = z
  .object({ code: z.string().regex(LINK_CODE_PATTERN) })
  .meta({ id: 'FinishAccountLink' });
export type FinishAccountLink = z.infer<typeof FinishAccountLink>;
