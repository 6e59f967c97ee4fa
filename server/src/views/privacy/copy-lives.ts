import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import type { EntityManager } from 'typeorm';
import { readLiveChats, readReservations, readViewings } from './lives.query.ts';
import type { Latest, Numbers } from './rows.ts';

const at = (instant: number): string => new Date(instant).toISOString();
const each = <Row, Entry>({ total, entries }: Latest<Row>, entryOf: (row: Row) => Entry) => ({
  total,
  entries: entries.map(entryOf),
});

/** The lives the member reserved and watched, and what they said there, for their copy. */
export async function copyLives(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<AccessCopy['lives']> {
  const [reservations, viewings, chats] = await Promise.all([
    readReservations(manager, numbers, limit),
    readViewings(manager, numbers, limit),
    readLiveChats(manager, numbers, limit),
  ]);
  return {
    reservations: each(reservations, ({ title, reservedAt, withdrawnAt }) => ({
      title,
      reservedAt: at(reservedAt),
      withdrawnAt: withdrawnAt === null ? null : at(withdrawnAt),
    })),
    viewings: each(viewings, ({ title, fromAt, untilAt }) => ({
      title,
      watchedFrom: at(fromAt),
      watchedUntil: at(untilAt),
    })),
    chats: each(chats, ({ title, text, writtenAt }) => ({ title, text, writtenAt: at(writtenAt) })),
  };
}
