import { Injectable } from '@nestjs/common';
import type { InsertDecision, SidebarInsert, WriteInsert } from '@siyu/shared/contracts/sidebar';
import {
  INSERT_SILENT_MS,
  INSERTS_SHOWN_MAX,
  type InsertOutcome,
  type InsertState,
} from '@siyu/shared/contracts/sidebar.limits';
import { type EntityManager, In, IsNull } from 'typeorm';
import { z } from 'zod';
import { Audit, sha256OfJson } from '../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { signedAdvice } from './advice.ts';
import { InsertGate, type JudgedText } from './insert-gate.service.ts';
import { insertNotFound, settled } from './outreach.errors.ts';
import { type ChatParty, SidebarChats } from './sidebar-chats.service.ts';
import { SidebarInsertOutcome, SidebarInsertRow } from './sidebar-insert.entity.ts';
import { sha256Of, SidebarTexts } from './sidebar-texts.ts';

const Decided = z.object({ insertId: z.string() });

/** Texts that staff say in a chat through the page beside it: decided and committed before WeCom's client is asked. */
@Injectable()
export class SidebarInserts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly chats: SidebarChats,
    private readonly gate: InsertGate,
    private readonly texts: SidebarTexts,
    private readonly audit: Audit,
  ) {}

  /**
   * A refusal is an answer and stays on record as what is let through does.
   * @param key of a sender who may have to ask again: it is decided once
   * @throws {AppError} outreach.chat_not_found
   */
  async write(caller: Principal, wanted: WriteInsert, key: string | null): Promise<InsertDecision> {
    const party = await this.chats.get(caller, wanted.chat);
    const now = this.clock.now();
    const judged = await this.gate.judge(caller, wanted, now);
    const { insertId } = await this.database.runInTransaction((tx) => {
      const work = () => this.#decide(tx, caller, party, wanted, judged, now);
      const request = { principalId: caller.id, key: key ?? '', requestSha256: sha256OfJson(wanted), now };
      return key === null ? work() : once(tx, request, Decided, work);
    });
    return this.#decisionOf(insertId, judged);
  }

  /**
   * What the page saw of WeCom's answer, or what a person found out later.
   * @throws {AppError} outreach.insert_not_found, outreach.settled
   */
  async report(caller: Principal, insertId: string, outcome: InsertOutcome): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      const where = { insertId, staffId: caller.id, refusal: IsNull() };
      const insert = await tx.manager.findOneBy(SidebarInsertRow, where);
      if (insert === null) throw insertNotFound();
      const told = await outcomesOf(tx.manager, [insertId]);
      const last = told.at(-1);
      if (last?.outcome === outcome) return;
      if (last !== undefined && last.outcome !== 'UNKNOWN') throw settled();
      const place = told.length + 1;
      const row = { insertId, place, outcome, toldAt: this.clock.now() };
      // Of two who tell at once the key lets one in.
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(SidebarInsertOutcome)
        .values(row)
        .orIgnore()
        .updateEntity(false)
        .execute();
      const kept = await tx.manager.findOneByOrFail(SidebarInsertOutcome, { insertId, place });
      if (kept.outcome !== outcome) throw settled();
      await this.#note(tx, caller, 'outreach.report_insert', await this.chats.partyOf(insert), {
        insertId,
        outcome,
      });
    });
  }

  /** The caller's own in this chat, the latest first. */
  async listLatest(caller: Principal, party: ChatParty): Promise<SidebarInsert[]> {
    const whose = party.kind === 'GROUP' ? { groupId: party.groupId } : { memberNo: In([...party.numbers]) };
    const rows = await this.database.read.find(SidebarInsertRow, {
      where: { ...whose, staffId: caller.id, refusal: IsNull() },
      order: { decidedAt: 'DESC', insertId: 'DESC' },
      take: INSERTS_SHOWN_MAX,
    });
    const told = await outcomesOf(
      this.database.read,
      rows.map(({ insertId }) => insertId),
    );
    return rows.map((row) => ({
      insertId: row.insertId,
      text: this.texts.open(row.insertId, row.sealedText),
      purpose: row.purpose,
      state: this.#stateOf(row, told),
      decidedAt: new Date(row.decidedAt).toISOString(),
    }));
  }

  async #decide(
    tx: Transaction,
    caller: Principal,
    party: ChatParty,
    { text, purpose }: WriteInsert,
    judged: JudgedText,
    now: number,
  ): Promise<{ insertId: string }> {
    const insertId = this.randomness.uuid();
    const refusal = await this.gate.refusalOf(tx, { insertId, party, purpose }, judged, now);
    const { staff, isAdvice, basis, versions } = judged;
    const isSigned = refusal === null && staff !== null && basis !== null;
    const said = isSigned ? signedAdvice(text, staff, basis) : text;
    const row = {
      insertId,
      staffId: caller.id,
      memberNo: party.kind === 'MEMBER' ? party.memberNo : null,
      groupId: party.kind === 'GROUP' ? party.groupId : null,
      purpose,
      isAdvice,
      basis,
      textSha256: sha256Of(said),
      sealedText: this.texts.seal(insertId, said),
      refusal,
      decidedAt: now,
    };
    await insertRows(tx, SidebarInsertRow, [row]);
    const action = refusal === null ? 'outreach.insert' : 'outreach.refuse_insert';
    await this.#note(
      tx,
      caller,
      action,
      party,
      { insertId, purpose, isAdvice, textSha256: row.textSha256, versions },
      refusal,
    );
    return { insertId };
  }

  /** Read back, so that a repeat hears what was decided; what has come to an end is not handed out again. */
  async #decisionOf(insertId: string, { findings }: JudgedText): Promise<InsertDecision> {
    const row = await this.database.read.findOneByOrFail(SidebarInsertRow, { insertId });
    const { refusal } = row;
    const isOpen = refusal === null && (await outcomesOf(this.database.read, [insertId])).length === 0;
    return {
      insertId,
      refusal,
      text: isOpen ? this.texts.open(insertId, row.sealedText) : null,
      findings:
        refusal === 'WORDING' || refusal === 'SECOND_LOOK'
          ? findings.map(({ path, level, fault, start, end, reasonCode, pieces }) => ({
              path,
              level,
              fault,
              start,
              end,
              reasonCode,
              pieces: [...pieces],
            }))
          : [],
    };
  }

  #stateOf({ insertId, decidedAt }: SidebarInsertRow, told: readonly SidebarInsertOutcome[]): InsertState {
    const last = told.filter((each) => each.insertId === insertId).at(-1);
    if (last !== undefined) return last.outcome;
    return this.clock.now() - decidedAt > INSERT_SILENT_MS ? 'UNKNOWN' : 'SENDING';
  }

  #note(
    tx: Transaction,
    actor: Principal,
    action: string,
    party: ChatParty,
    inputs: Readonly<Record<string, unknown>>,
    reasonCode: string | null = null,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action,
      ...(party.kind === 'MEMBER'
        ? { subjectKind: 'member', subjectId: party.memberId, subjectNo: party.memberNo }
        : { subjectKind: 'customer_group', subjectId: party.groupId }),
      ...(reasonCode !== null && { reasonCode }),
      inputs,
    });
  }
}

function outcomesOf(
  manager: EntityManager,
  insertIds: readonly string[],
): Promise<readonly SidebarInsertOutcome[]> {
  if (insertIds.length === 0) return Promise.resolve([]);
  return manager.find(SidebarInsertOutcome, {
    where: { insertId: In([...insertIds]) },
    order: { place: 'ASC' },
  });
}
