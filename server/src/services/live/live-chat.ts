import { Injectable } from '@nestjs/common';
import type { LiveChat as Chat, SendChat } from '@siyu/shared/contracts/live';
import { CHATS_PER_MINUTE, LIVE_SUBJECT } from '@siyu/shared/contracts/live.limits';
import { In, MoreThan } from 'typeorm';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { ExternalIds, Identity } from '../../records/identity/index.ts';
import { MemberTexts } from '../../records/moderation/index.ts';
import { consentRequired } from '../content/index.ts';
import { judgeChat } from './judge-chat.ts';
import { LiveChatEntry } from './live-audience.entity.ts';
import { LiveChatLists } from './live-chat-lists.ts';
import {
  chatRefused,
  chatTaken,
  liveMuted,
  liveStopped,
  notMeasured,
  notOnAir,
  tooManyChats,
} from './live.errors.ts';
import { LiveGate } from './live-gate.ts';
import { Live } from './live.entity.ts';

const MINUTE = 60_000;

/** What members say in a live. All of it is kept, what was refused included (REQ-PUB-2). */
@Injectable()
export class LiveChats {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly externalIds: ExternalIds,
    private readonly texts: MemberTexts,
    private readonly gate: LiveGate,
    private readonly lists: LiveChatLists,
  ) {}

  /**
   * Told again it is the same words with the same answer.
   * @throws {AppError} live.not_found, live.paused, live.not_measured, live.not_on_air, live.stopped, live.muted,
   * live.chat_taken, live.too_many_chats, and one of live.promises_returns, names_stocks, asks_for_payment,
   * lures_people, refused_by_wechat
   */
  async send(caller: Principal, memberNo: number, liveId: string, said: SendChat): Promise<Chat> {
    const live = await this.gate.getFor(memberNo, liveId);
    if (live.platform !== 'own') throw notMeasured();
    const numbers = await this.identity.numbersOf(memberNo);
    const { chatId } = said;
    if (!(await this.database.read.existsBy(LiveChatEntry, { chatId }))) {
      requireOpen(live);
      const judgement = judgeChat(await this.texts.read(await this.#openidOf(memberNo), said.text));
      const [state, refusedCode, doubts] =
        judgement.refusal === null
          ? ([judgement.doubts.length > 0 ? 'WAITING' : 'SHOWN', null, judgement.doubts] as const)
          : (['REFUSED', judgement.refusal, []] as const);
      const row = { ...said, liveId, memberNo, state, refusedCode, doubts: [...doubts] };
      await this.database.runInTransaction((tx) => this.#keep(tx, caller, row, numbers));
    }
    const kept = await this.database.read.findOneByOrFail(LiveChatEntry, { chatId });
    if (kept.liveId !== liveId || !numbers.includes(kept.memberNo)) throw chatTaken();
    if (kept.refusedCode !== null) throw chatRefused(kept.refusedCode);
    return this.lists.chatOf(kept, numbers);
  }

  async #openidOf(memberNo: number): Promise<string | undefined> {
    const issuer = this.config.wechat.appId;
    return (await this.externalIds.of([memberNo], { kind: 'wechat_openid', issuer })).get(memberNo);
  }

  async #keep(
    tx: Transaction,
    caller: Principal,
    row: Pick<LiveChatEntry, 'chatId' | 'liveId' | 'memberNo' | 'text' | 'state' | 'refusedCode' | 'doubts'>,
    numbers: readonly number[],
  ): Promise<void> {
    const { chatId, liveId, memberNo, state, refusedCode } = row;
    // Two at once of one member are counted one after the other; who withdraws meanwhile leaves nothing behind.
    await this.identity.lockMembers(tx, [memberNo]);
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager))) throw consentRequired();
    if (await tx.manager.existsBy(LiveChatEntry, { chatId })) return;
    const sentAt = this.clock.now();
    const lately = { memberNo: In([...numbers]), sentAt: MoreThan(sentAt - MINUTE), liveId };
    if ((await tx.manager.countBy(LiveChatEntry, lately)) >= CHATS_PER_MINUTE) throw tooManyChats();
    const place = await this.#nextPlace(tx, liveId);
    await insertRows(tx, LiveChatEntry, [{ ...row, seq: state === 'SHOWN' ? place : null, sentAt }]);
    if (refusedCode === null) return;
    const textSha256 = sha256OfJson({ text: row.text });
    await this.audit.record(tx, {
      actor: caller,
      action: 'live.refuse_chat',
      subjectKind: LIVE_SUBJECT,
      subjectId: liveId,
      subjectNo: memberNo,
      reasonCode: refusedCode,
      inputs: { chatId, textSha256 },
    });
  }

  /** Of a stop, a mute and words at once: what comes second waits, and finds what the first has done. */
  async #nextPlace({ manager }: Transaction, liveId: string): Promise<number> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(Live)
      .set({ chatSeq: () => 'chat_seq + 1' })
      .where("live_id = :liveId AND state = 'ON_AIR' AND muted_at IS NULL", { liveId })
      .execute();
    const live = await manager.findOneByOrFail(Live, { liveId });
    if (affected !== 1) requireOpen(live);
    return live.chatSeq;
  }
}

/** @throws {AppError} live.stopped, live.not_on_air, live.muted */
function requireOpen({ state, mutedAt }: Pick<Live, 'state' | 'mutedAt'>): void {
  if (state === 'STOPPED') throw liveStopped();
  if (state !== 'ON_AIR') throw notOnAir();
  if (mutedAt !== null) throw liveMuted();
}
