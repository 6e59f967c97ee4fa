import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { LiveChatEntry, LiveViewing } from './live-audience.entity.ts';

const ROWS_AT_ONCE = 1_000;

/** SHA-256 over every word of a live in the order of the ids, refused ones included; the same rows, the same hash. */
export async function sealOfChats(manager: EntityManager, liveId: string): Promise<string> {
  const hash = createHash('sha256');
  for (let after = ''; ;) {
    const page = await manager
      .createQueryBuilder(LiveChatEntry, 'one')
      .where('one.liveId = :liveId AND one.chatId > :after', { liveId, after })
      .orderBy('one.chatId', 'ASC')
      .limit(ROWS_AT_ONCE)
      .getMany();
    for (const { chatId, memberNo, text, state, seq, refusedCode, sentAt, deciderId, decidedAt } of page)
      hash.update(
        `${JSON.stringify([chatId, memberNo, text, state, seq, refusedCode, sentAt, deciderId, decidedAt])}\n`,
      );
    if (page.length < ROWS_AT_ONCE) return hash.digest('hex');
    after = page.at(-1)?.chatId ?? after;
  }
}

/** SHA-256 over who watched when, in the order of members and visits. */
export async function sealOfVisits(manager: EntityManager, liveId: string): Promise<string> {
  const hash = createHash('sha256');
  for (let [afterNo, afterVisit] = [0, 0]; ;) {
    const page = await manager
      .createQueryBuilder(LiveViewing, 'one')
      .where('one.liveId = :liveId', { liveId })
      .andWhere('(one.memberNo > :afterNo OR (one.memberNo = :afterNo AND one.visitNo > :afterVisit))', {
        afterNo,
        afterVisit,
      })
      .orderBy('one.memberNo', 'ASC')
      .addOrderBy('one.visitNo', 'ASC')
      .limit(ROWS_AT_ONCE)
      .getMany();
    for (const { memberNo, visitNo, fromAt, untilAt } of page)
      hash.update(`${JSON.stringify([memberNo, visitNo, fromAt, untilAt])}\n`);
    const last = page.at(-1);
    if (last === undefined || page.length < ROWS_AT_ONCE) return hash.digest('hex');
    [afterNo, afterVisit] = [last.memberNo, last.visitNo];
  }
}
