import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import type { EntityManager } from 'typeorm';
import { readComments, readFavourites, readNotes } from './discussion.query.ts';
import type { Latest, Numbers } from './rows.ts';

const at = (instant: number): string => new Date(instant).toISOString();
const each = <Row, Entry>({ total, entries }: Latest<Row>, entryOf: (row: Row) => Entry) => ({
  total,
  entries: entries.map(entryOf),
});

/** What the member said under lessons and keeps beside them, for their copy. */
export async function copyDiscussion(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<AccessCopy['discussion']> {
  const [comments, favourites, notes] = await Promise.all([
    readComments(manager, numbers, limit),
    readFavourites(manager, numbers, limit),
    readNotes(manager, numbers, limit),
  ]);
  return {
    comments: each(comments, ({ title, text, writtenAt, answer, refusedReason }) => {
      return { title, text, writtenAt: at(writtenAt), answer, refusedReason };
    }),
    favourites: each(favourites, ({ title, keptAt }) => ({ title, keptAt: at(keptAt) })),
    notes: each(notes, ({ title, text, writtenAt }) => ({ title, text, writtenAt: at(writtenAt) })),
  };
}
