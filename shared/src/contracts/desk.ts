import { z } from 'zod';
import { VIEW_NAME_MAX, VIEW_QUERY_MAX, VIEWED_LISTS, VIEWS_PER_LIST_MAX } from './desk.limits.ts';
import { PublicId } from './primitives.ts';

/** A view of a list that somebody keeps: the part of its address behind the question mark, under a name. */
export const SavedView = z
  .object({
    viewId: PublicId,
    list: z.enum(VIEWED_LISTS),
    name: z.string().max(VIEW_NAME_MAX),
    query: z.string().max(VIEW_QUERY_MAX),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;
export const SavedViewQuery = z.object({ list: z.enum(VIEWED_LISTS) });
export type SavedViewQuery = z.infer<typeof SavedViewQuery>;
/** By name. */
export const SavedViews = z
  .object({ views: z.array(SavedView).max(VIEWS_PER_LIST_MAX) })
  .meta({ id: 'SavedViews' });
export type SavedViews = z.infer<typeof SavedViews>;
/** A name that is there already gets the new view. */
export const SaveView = z
  .object({
    list: z.enum(VIEWED_LISTS),
    name: z.string().trim().min(1).max(VIEW_NAME_MAX),
    query: z
      .string()
      .max(VIEW_QUERY_MAX)
      .regex(/^[^?#\s]*$/),
  })
  .meta({ id: 'SaveView' });
export type SaveView = z.infer<typeof SaveView>;
