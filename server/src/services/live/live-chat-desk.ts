import { Injectable } from '@nestjs/common';
import type { DeskChat, DeskChatQuery, DeskChats } from '@siyu/shared/contracts/live-desk';
import { LIVE_SUBJECT } from '@siyu/shared/contracts/live.limits';
import { z } from 'zod';
import { Audit } from '../../foundation/audit/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { Identity, maskedMember } from '../../records/identity/index.ts';
import { LiveChatEntry } from './live-audience.entity.ts';
import { actRefused, chatDecided, chatNotFound } from './live.errors.ts';
import { LiveSteps } from './live-steps.ts';
import { Live } from './live.entity.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const iso = (at: number): string => new Date(at).toISOString();

/** What was said in a live, as staff read it; and what becomes of words that wait, or should not stand there. */
@Injectable()
export class LiveChatDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly staff: StaffDirectory,
    private readonly steps: LiveSteps,
  ) {}

  /** @throws {AppError} live.not_found */
  async list(liveId: string, { state, limit, cursor }: z.output<typeof DeskChatQuery>): Promise<DeskChats> {
    await this.steps.get(this.database.read, liveId);
    const matching = this.database.read
      .createQueryBuilder(LiveChatEntry, 'one')
      .where({ liveId, ...(state && { state }) });
    const total = await matching.getCount();
    const [order, beyond] = state === 'WAITING' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere(`(one.sentAt ${beyond} :at OR (one.sentAt = :at AND one.chatId ${beyond} :id))`, {
        at: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('one.sentAt', order)
      .addOrderBy('one.chatId', order)
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      rows: await this.#rowsOf(page),
      total,
      nextCursor: last === undefined ? null : encodeCursor([last.sentAt, last.chatId]),
    };
  }

  /**
   * One that waits is let be seen while the live is on air; one that waits or stands there is taken away. One
   * conditional update: of two who decide at once, the second is told so. Sent again by whoever did it, it is done.
   * @throws {AppError} live.not_found, live.chat_not_found, live.chat_decided, live.act_refused
   */
  async judge(actor: Principal, liveId: string, chatId: string, isShown: boolean): Promise<DeskChat> {
    const kept = await this.database.runInTransaction(async (tx) => {
      const live = await this.steps.lock(tx, liveId);
      const chat = await tx.manager.findOneBy(LiveChatEntry, { chatId, liveId });
      if (chat === null) throw chatNotFound();
      const wanted = isShown ? 'SHOWN' : 'REFUSED';
      if (chat.state === wanted && chat.deciderId === actor.id) return chat;
      // What was archived is sealed; and nothing appears in a room that is closed.
      if (live.state === 'ARCHIVED' || (isShown && live.state !== 'ON_AIR')) throw actRefused();
      if (chat.state === wanted || chat.state === 'REFUSED') throw chatDecided();
      const seq = live.chatSeq + 1;
      await tx.manager.update(Live, { liveId }, { chatSeq: seq });
      const wasShown = chat.state === 'SHOWN';
      const change = {
        state: wanted,
        seq: isShown || wasShown ? seq : null,
        deciderId: actor.id,
        decidedAt: this.clock.now(),
      } as const;
      await tx.manager.update(LiveChatEntry, { chatId }, change);
      await this.audit.record(tx, {
        actor,
        action: isShown ? 'live.pass_chat' : 'live.take_away_chat',
        subjectKind: LIVE_SUBJECT,
        subjectId: liveId,
        subjectNo: chat.memberNo,
        inputs: { chatId },
      });
      return { ...chat, ...change };
    });
    const [row] = await this.#rowsOf([kept]);
    if (row === undefined) throw chatNotFound();
    return row;
  }

  async #rowsOf(chats: readonly LiveChatEntry[]): Promise<DeskChat[]> {
    const [members, people] = await Promise.all([
      this.identity.listMembers([...new Set(chats.map(({ memberNo }) => memberNo))]),
      this.staff.listStaffByIds(chats.flatMap(({ deciderId }) => deciderId ?? [])),
    ]);
    const names = new Map(members.map((each) => [each.memberNo, maskedMember(each).displayName]));
    return chats.map(({ chatId, seq, text, memberNo, state, sentAt, doubts, refusedCode, ...decided }) => ({
      chatId,
      seq,
      text,
      maskedName: names.get(memberNo) ?? '',
      state,
      sentAt: iso(sentAt),
      doubts,
      refusedCode,
      deciderName: people.get(decided.deciderId ?? '')?.name ?? null,
      decidedAt: decided.decidedAt === null ? null : iso(decided.decidedAt),
    }));
  }
}
