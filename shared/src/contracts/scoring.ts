import { z } from 'zod';
import { CivilDay } from './primitives.ts';
import { STAGES } from './scoring.limits.ts';

/** The member's own relation path; never mentions money, groups or strength. */
export const RelationPath = z
  .object({
    stage: z.enum(STAGES),
    reachedOn: CivilDay.nullable(),
    /** What the next stage needs and how far the member is; null at the last stage. */
    next: z
      .object({
        stage: z.enum(STAGES),
        steps: z.array(z.object({ code: z.string(), have: z.number().int(), need: z.number().int() })),
      })
      .nullable(),
    lessonsCompleted: z.number().int(),
  })
  .meta({ id: 'RelationPath' });
export type RelationPath = z.infer<typeof RelationPath>;
