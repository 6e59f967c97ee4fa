import { z } from 'zod';
import { CONTENT_LABELS } from './content.limits.ts';
import { WORDING_FAULTS, WORDING_LEVELS, WORDING_TEXT_MAX, WORDING_TEXTS_MAX } from './moderation.limits.ts';

/** One text of several, by the place it has on its page. */
export const WordingText = z.object({
  path: z.string().max(64),
  text: z.string().max(WORDING_TEXT_MAX),
  /** A wrong answer of a quiz: members are told that it is wrong. */
  isMarkedWrong: z.boolean(),
});
export type WordingText = z.infer<typeof WordingText>;

export const CheckWording = z
  .object({
    texts: z.array(WordingText).min(1).max(WORDING_TEXTS_MAX),
    /** Education may not push to buy; advice may speak of a security. Without one the text is neither. */
    label: z.enum(CONTENT_LABELS).optional(),
  })
  .meta({ id: 'CheckWording' });
export type CheckWording = z.infer<typeof CheckWording>;

export const WordingCheck = z
  .object({
    /** By the part of the dictionary. */
    dictionaryVersions: z.record(z.string(), z.number().int()),
    findings: z.array(
      z.object({
        path: z.string(),
        level: z.enum(WORDING_LEVELS),
        fault: z.enum(WORDING_FAULTS),
        /** Place in the text, in UTF-16 units, `[start, end)`. */
        start: z.number().int(),
        end: z.number().int(),
        matched: z.string(),
        reasonCode: z.string(),
        /** Pieces that weighed most where a whole sentence reads like a fault; none where the words themselves do. */
        pieces: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'WordingCheck' });
export type WordingCheck = z.infer<typeof WordingCheck>;
