import { z } from 'zod';
import { CivilDay } from './primitives.ts';
import { PRODUCT_CODE, PRODUCT_CODE_MAX } from './products.limits.ts';

/** Everything up to the end of a day, of one member and one product. */
export const TakeEvidence = z
  .object({ productCode: z.string().max(PRODUCT_CODE_MAX).regex(PRODUCT_CODE), day: CivilDay })
  .meta({ id: 'TakeEvidence' });
export type TakeEvidence = z.infer<typeof TakeEvidence>;

/** A file that proves itself: `npm run suitability:verify -- FILE` decides everything in it again. */
export const EvidenceTaken = z
  .object({
    fileName: z.string(),
    text: z.string(),
    /** Stands in the trail too, so that the file can be held against it. */
    sha256: z.string().length(64),
    decisions: z.number().int(),
    notices: z.number().int(),
    askings: z.number().int(),
    /** There was more than a file holds; the oldest is not in it. */
    isCutShort: z.boolean(),
  })
  .meta({ id: 'EvidenceTaken' });
export type EvidenceTaken = z.infer<typeof EvidenceTaken>;
