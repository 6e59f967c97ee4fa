import { Injectable } from '@nestjs/common';
import type { LiveChat, LiveChatQuery, LiveChats } from '@siyu/shared/contracts/live';
import type { z } from 'zod';
import { Database } from '../../platform/database/index.ts';
import { Identity, maskedMember } from '../../records/identity/index.ts';
import { LiveChatEntry } from './live-audience.entity.ts';
import { notMeasured } from './live.errors.ts';
import { LiveGate } from './live-gate.ts';
import { nowOf } from './live-now.ts';
import type { Live } from './live.entity.ts';

/** What is said in a live, as members read it. */
@Injectable()
export class LiveChatLists {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly gate: LiveGate,
  ) {}

  /** @throws {AppError} live.not_found, live.paused, live.not_measured */
  async list(
    memberNo: number,
    liveId: string,
    { after, limit }: z.output<typeof LiveChatQuery>,
  ): Promise<LiveChats> {
    // The live comes first: whatever has a place by now is found after it.
    const live = await this.gate.getFor(memberNo, liveId);
    if (live.platform !== 'own') throw notMeasured();
    const numbers = await this.identity.numbersOf(memberNo);
    const found =
      after === undefined
        ? await this.#latest(live, numbers, limit)
        : await this.#since(liveId, after, limit);
    const names = await this.#namesOf(found);
    const places = found.flatMap(({ seq }) => seq ?? []);
    const lastSeq = Math.max(after ?? live.chatSeq, ...places);
    return { now: nowOf(live), chats: found.map((each) => shownTo(each, numbers, names)), lastSeq };
  }

  /** One of them as its writer sees it. */
  async chatOf(chat: LiveChatEntry, numbers: readonly number[]): Promise<LiveChat> {
    return shownTo(chat, numbers, await this.#namesOf([chat]));
  }

  /** The last ones in their order, and what of the member's own still waits. */
  async #latest({ liveId }: Live, numbers: readonly number[], limit: number): Promise<LiveChatEntry[]> {
    const of = this.#of(liveId);
    const [shown, waiting] = await Promise.all([
      of.clone().andWhere("one.state = 'SHOWN'").orderBy('one.seq', 'DESC').limit(limit).getMany(),
      of
        .clone()
        .andWhere("one.state = 'WAITING' AND one.memberNo IN (:...numbers)", { numbers: [...numbers] })
        .orderBy('one.sentAt', 'ASC')
        .limit(limit)
        .getMany(),
    ]);
    return [...shown.reverse(), ...waiting];
  }

  #since(liveId: string, after: number, limit: number): Promise<LiveChatEntry[]> {
    return this.#of(liveId)
      .andWhere('one.seq > :after', { after })
      .orderBy('one.seq', 'ASC')
      .limit(limit)
      .getMany();
  }

  #of(liveId: string) {
    return this.database.read
      .createQueryBuilder(LiveChatEntry, 'one')
      .where('one.liveId = :liveId', { liveId });
  }

  async #namesOf(chats: readonly LiveChatEntry[]): Promise<ReadonlyMap<number, string>> {
    const members = await this.identity.listMembers([...new Set(chats.map(({ memberNo }) => memberNo))]);
    return new Map(members.map((member) => [member.memberNo, maskedMember(member).displayName]));
  }
}

function shownTo(
  { chatId, seq, text, memberNo, state, sentAt }: LiveChatEntry,
  numbers: readonly number[],
  names: ReadonlyMap<number, string>,
): LiveChat {
  return {
    chatId,
    seq,
    text: state === 'REFUSED' ? '' : text,
    maskedName: names.get(memberNo) ?? '',
    isMine: numbers.includes(memberNo),
    state,
    sentAt: new Date(sentAt).toISOString(),
  };
}
