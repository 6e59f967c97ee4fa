import { z } from 'zod';

/** Query of a signed link, as the server made it. */
export const OpenLink = z
  .object({
    expiresAt: z.coerce.number().int().min(0),
    signature: z.string().length(43),
    /** Under which the browser keeps it; signed too. */
    name: z
      .string()
      .max(80)
      .regex(/^[A-Za-z0-9._-]+$/)
      .optional(),
  })
  .meta({ id: 'OpenLink' });
export type OpenLink = z.infer<typeof OpenLink>;
