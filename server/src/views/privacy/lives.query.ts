import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, maybeInt, type Numbers, readLatest } from './rows.ts';

const ReservationRow = z.object({ title: z.string(), reservedAt: int, withdrawnAt: maybeInt, total: int });

/** Lives the member meant to watch, the latest first. */
export function readReservations(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof ReservationRow>>> {
  return readLatest(
    manager,
    ReservationRow,
    `SELECT l.title, one.reserved_at AS reservedAt, one.withdrawn_at AS withdrawnAt, COUNT(*) OVER () AS total
       FROM live_reservations one JOIN lives l ON l.live_id = one.live_id
      WHERE one.member_no IN (${marks(numbers)})
      ORDER BY one.reserved_at DESC, one.live_id LIMIT ${limit}`,
    numbers,
  );
}

const ViewingRow = z.object({ title: z.string(), fromAt: int, untilAt: int, total: int });

/** When the member watched which live, the latest first. */
export function readViewings(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof ViewingRow>>> {
  return readLatest(
    manager,
    ViewingRow,
    `SELECT l.title, one.from_at AS fromAt, one.until_at AS untilAt, COUNT(*) OVER () AS total
       FROM live_viewings one JOIN lives l ON l.live_id = one.live_id
      WHERE one.member_no IN (${marks(numbers)})
      ORDER BY one.from_at DESC, one.live_id LIMIT ${limit}`,
    numbers,
  );
}

const ChatRow = z.object({ title: z.string(), text: z.string(), writtenAt: int, total: int });

/** What the member said in lives, refused things included, the latest first. */
export function readLiveChats(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof ChatRow>>> {
  return readLatest(
    manager,
    ChatRow,
    `SELECT l.title, one.text, one.sent_at AS writtenAt, COUNT(*) OVER () AS total
       FROM live_chats one JOIN lives l ON l.live_id = one.live_id
      WHERE one.member_no IN (${marks(numbers)})
      ORDER BY one.sent_at DESC, one.chat_id LIMIT ${limit}`,
    numbers,
  );
}
