import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, type Numbers, readLatest } from './rows.ts';

/** The title that a lesson has now. */
const TITLED = `JOIN lessons l ON l.lesson_id = one.lesson_id
       JOIN lesson_versions v ON v.lesson_id = l.lesson_id
            AND v.version = COALESCE(l.published_version, l.latest_version)`;

const CommentRow = z.object({
  title: z.string(),
  text: z.string(),
  writtenAt: int,
  answer: z.string().nullable(),
  refusedReason: z.string().nullable(),
  total: int,
});

/** What the member said and asked under lessons, the latest first, with what was answered. */
export function readComments(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof CommentRow>>> {
  return readLatest(
    manager,
    CommentRow,
    `SELECT v.title, one.text, one.written_at AS writtenAt, one.answer, one.refused_reason AS refusedReason,
            COUNT(*) OVER () AS total
       FROM lesson_comments one ${TITLED}
      WHERE one.member_no IN (${marks(numbers)}) AND one.deleted_at IS NULL
      ORDER BY one.written_at DESC, one.comment_id DESC LIMIT ${limit}`,
    numbers,
  );
}

const FavouriteRow = z.object({ title: z.string(), keptAt: int, total: int });

/** Lessons the member keeps at hand, the latest first. */
export function readFavourites(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof FavouriteRow>>> {
  return readLatest(
    manager,
    FavouriteRow,
    `SELECT v.title, one.kept_at AS keptAt, COUNT(*) OVER () AS total FROM lesson_favourites one ${TITLED}
      WHERE one.member_no IN (${marks(numbers)})
      ORDER BY one.kept_at DESC, one.lesson_id LIMIT ${limit}`,
    numbers,
  );
}

const NoteRow = z.object({ title: z.string(), text: z.string(), writtenAt: int, total: int });

/** What the member noted beside lessons, the latest first. */
export function readNotes(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof NoteRow>>> {
  return readLatest(
    manager,
    NoteRow,
    `SELECT v.title, one.text, one.written_at AS writtenAt, COUNT(*) OVER () AS total FROM lesson_notes one ${TITLED}
      WHERE one.member_no IN (${marks(numbers)})
      ORDER BY one.written_at DESC, one.lesson_id LIMIT ${limit}`,
    numbers,
  );
}
