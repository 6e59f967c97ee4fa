import { z } from 'zod';
import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import type { ListPosition, MemberSort } from './list-members.query.ts';

/** The place after a row; it names the sort it was made for, since the number means something else in another. */
export function cursorAfter(sort: MemberSort, { sortKey, memberId }: ListPosition): string {
  return encodeCursor([sort, sortKey, memberId]);
}

/** @throws ValidationFailed for a cursor of another sort. */
export function positionAt(sort: MemberSort, cursor: string | undefined): ListPosition | null {
  const position = decodeCursor(cursor, z.tuple([z.literal(sort), z.number().int(), z.string().max(36)]));
  return position === null ? null : { sortKey: position[1], memberId: position[2] };
}
