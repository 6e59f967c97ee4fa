import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction, upsertRows } from '../../platform/database/index.ts';
import { type LedgerKind, SubscribeBalance, SubscribeEntry } from './subscribe-ledger.entity.ts';

/** One message of a template to one member. */
interface Of {
  readonly memberNo: number;
  readonly templateId: string;
}
interface Held extends Of {
  readonly noticeId: string;
}

/**
 * How many messages members still allow: a balance and the entries that made it, always written together. A message is
 * held before it is sent, so that of senders at the same time no more go out than are allowed; one that was not sent
 * gives it back.
 */
@Injectable()
export class SubscribeLedger {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** What is left by template; a template never accepted is absent. */
  async balancesOf(memberNo: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read.findBy(SubscribeBalance, { memberNo });
    return new Map(rows.map(({ templateId, messagesLeft }) => [templateId, messagesLeft]));
  }

  /** Those of the members who allow a message of the template now. */
  async allowing(memberNos: readonly number[], templateId: string): Promise<ReadonlySet<number>> {
    const rows = await this.database.read.findBy(SubscribeBalance, {
      memberNo: In([...memberNos]),
      templateId,
    });
    return new Set(rows.filter(({ messagesLeft }) => messagesLeft > 0).map(({ memberNo }) => memberNo));
  }

  /** What is left of a template as the transaction sees it. */
  async left({ manager }: Transaction, of: Of): Promise<number> {
    return (await manager.findOneBy(SubscribeBalance, of))?.messagesLeft ?? 0;
  }

  /** One message more. */
  async accept(tx: Transaction, of: Of, sourceKey: string): Promise<void> {
    await this.#open(tx, of);
    await this.#add(tx, of, 1);
    await this.#enter(tx, of, 'ACCEPTED', 1, sourceKey);
  }

  /** Takes one for a message that is about to be sent. @returns false when none is left. Asked again it changes nothing. */
  async hold(tx: Transaction, { noticeId, ...of }: Held): Promise<boolean> {
    const sourceKey = `held:${noticeId}`;
    if (await tx.manager.existsBy(SubscribeEntry, { sourceKey })) return true;
    if (!(await this.#add(tx, of, -1))) return false;
    await this.#enter(tx, of, 'HELD', -1, sourceKey);
    return true;
  }

  /** The message was not sent: its one is there again, unless WeChat has said meanwhile that none is left. */
  async giveBack(tx: Transaction, { noticeId, ...of }: Held): Promise<void> {
    const sourceKey = `returned:${noticeId}`;
    const held = await tx.manager.findOneBy(SubscribeEntry, { sourceKey: `held:${noticeId}` });
    if (held === null || (await tx.manager.existsBy(SubscribeEntry, { sourceKey }))) return;
    const balance = await tx.manager.findOneBy(SubscribeBalance, of);
    const emptiedAt = balance?.emptiedAt ?? null;
    if (emptiedAt !== null && emptiedAt >= held.at) return;
    await this.#add(tx, of, 1);
    await this.#enter(tx, of, 'RETURNED', 1, sourceKey);
  }

  /** WeChat, or the member in WeChat's settings, says that none is left. */
  async empty(tx: Transaction, of: Of, kind: 'REFUSED' | 'TURNED_OFF', sourceKey: string): Promise<void> {
    if (await tx.manager.existsBy(SubscribeEntry, { sourceKey })) return;
    await this.#open(tx, of);
    // The write comes first: what is read after it is what it locked.
    await tx.manager.update(SubscribeBalance, of, { emptiedAt: this.clock.now() });
    const { messagesLeft } = await tx.manager.findOneByOrFail(SubscribeBalance, of);
    await tx.manager.update(SubscribeBalance, of, { messagesLeft: 0 });
    await this.#enter(tx, of, kind, -messagesLeft, sourceKey);
  }

  /** Waited for as a writer: those who wait as readers and then write would meet in a deadlock. */
  #open(tx: Transaction, of: Of): Promise<void> {
    const row = { ...of, messagesLeft: 0, emptiedAt: null };
    return upsertRows(tx, SubscribeBalance, [row], ['templateId']);
  }

  /** @returns whether there was a balance that may change so; it never falls below nothing */
  async #add({ manager }: Transaction, { memberNo, templateId }: Of, delta: 1 | -1): Promise<boolean> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(SubscribeBalance)
      .set({ messagesLeft: () => `messages_left + (${delta})` })
      .where('memberNo = :memberNo AND templateId = :templateId AND messagesLeft + (:delta) >= 0', {
        memberNo,
        templateId,
        delta,
      })
      .execute();
    return affected === 1;
  }

  async #enter(tx: Transaction, of: Of, kind: LedgerKind, delta: number, sourceKey: string): Promise<void> {
    const entryId = this.randomness.uuid();
    await insertRows(tx, SubscribeEntry, [{ ...of, entryId, kind, delta, sourceKey, at: this.clock.now() }]);
  }
}
