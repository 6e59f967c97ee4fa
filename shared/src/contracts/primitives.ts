import { z } from 'zod';

/** Public id: UUID in lower case. */
export const PublicId = z.uuid().toLowerCase();

/** What reaches members through a gate only: a product if it suits, advice under an advisory contract. */
export type Carried = 'PRODUCT' | 'ADVICE';
/** The mark of a schema that can carry such a thing, under which the doors are found (decision 0055). */
export const CARRIES = 'x-carries';
const carrying = (what: Carried) => PublicId.meta({ [CARRIES]: what });
/** Id of a product. */
export const ProductId = carrying('PRODUCT');
/** Id of what the firm says: a lesson, an article, a card, a poster, a live. Any of them may be advice. */
export const ContentId = carrying('ADVICE');

/** Instant on the wire: ISO 8601 with an offset. */
export const Instant = z.iso.datetime({ offset: true });
/** Civil day in Asia/Shanghai, `YYYY-MM-DD`. */
export const CivilDay = z.iso.date();
/** Money in integer fen. */
export const FenAmount = z.number().int().min(-9_007_199_254_740_991).max(9_007_199_254_740_991);
/** Opaque position in a list, made by the server. */
export const Cursor = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9_-]+$/);
/** Page size and position; every list has an upper limit. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: Cursor.optional(),
});
export const Empty = z.object({});

/** RFC 9457 problem: `code` is stable, `title` is a Chinese sentence for people. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
