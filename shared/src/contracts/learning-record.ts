import { z } from 'zod';
import { ContentId, Cursor, Instant } from './primitives.ts';

const Learnt = z.object({ lessonId: ContentId, title: z.string(), at: Instant });

/** A lesson read to its end, or a quiz handed in with what came of it. */
export const LearningEntry = z.discriminatedUnion('kind', [
  Learnt.extend({ kind: z.literal('lesson') }),
  Learnt.extend({ kind: z.literal('quiz'), correct: z.number().int(), total: z.number().int() }),
]);
export type LearningEntry = z.infer<typeof LearningEntry>;

/** What the member has learnt, the latest first. */
export const LearningRecord = z
  .object({ entries: z.array(LearningEntry), nextCursor: Cursor.nullable() })
  .meta({ id: 'LearningRecord' });
export type LearningRecord = z.infer<typeof LearningRecord>;
