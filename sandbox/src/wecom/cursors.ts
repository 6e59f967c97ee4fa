import { WecomRefusal } from './refusal.ts';

/** Pages by an opaque cursor: empty at the beginning and at the end. */
export const cursors = {
  /** Where a page begins. */
  positionOf(cursor: string): number {
    if (cursor === '') return 0;
    const position = /^c(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
    if (position === undefined) throw new WecomRefusal(40058, 'cursor: invalid');
    return Number(position);
  },
  /** What leads to the next page; empty when there is none. */
  next(position: number, total: number): string {
    return position < total ? Buffer.from(`c${position}`).toString('base64url') : '';
  },
};
