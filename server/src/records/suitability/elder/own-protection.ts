import { Injectable } from '@nestjs/common';
import type { NameTrustedContact, OwnProtection } from '@siyu/shared/contracts/elder';
import { BIRTH_YEAR_STATEMENTS_MAX, SAFETY_NOTICES_MAX } from '@siyu/shared/contracts/elder.limits';
import { In } from 'typeorm';
import { Audit } from '../../../foundation/audit/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Identity } from '../../identity/index.ts';
import { BirthYearStatement, SafetyNotice } from './elder.entity.ts';
import { ElderCallBacks } from './elder-call-backs.ts';
import { ElderSetting, yearOf } from './elder-setting.ts';
import { ElderStandings } from './elder-standings.ts';
import { notOfAge, tooManyStatements, yearAhead } from './elder.errors.ts';
import { TrustedContacts } from './trusted-contacts.ts';

/** What a member says of the own age, and whom they trust. */
@Injectable()
export class OwnProtections {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly audit: Audit,
    private readonly setting: ElderSetting,
    private readonly standings: ElderStandings,
    private readonly callBacks: ElderCallBacks,
    private readonly contacts: TrustedContacts,
  ) {}

  async get(memberNo: number): Promise<OwnProtection> {
    const numbers = await this.identity.numbersOf(memberNo);
    const theirs = { memberNo: In([...numbers]) };
    const { read } = this.database;
    const [said, elderAge, callBack, trustedContact, notices] = await Promise.all([
      read.findOne(BirthYearStatement, {
        where: theirs,
        order: { statedAt: 'DESC', statementNo: 'DESC' },
      }),
      this.setting.age(this.clock.now()),
      this.standings.stateOf(memberNo),
      this.contacts.masked(numbers),
      read.find(SafetyNotice, { where: theirs, order: { raisedAt: 'DESC' }, take: SAFETY_NOTICES_MAX }),
    ]);
    return {
      birthYear: said?.birthYear ?? null,
      elderAge,
      callBack,
      trustedContact,
      notices: notices.map(({ noticeId, reason, raisedAt }) => ({
        noticeId,
        reason,
        raisedAt: new Date(raisedAt).toISOString(),
      })),
    };
  }

  /**
   * Said again as it was said last, nothing changes. Whoever reaches the age by it is called.
   * @throws {AppError} elder.year_ahead, elder.too_many_statements
   */
  async sayBirthYear(caller: Principal, memberNo: number, birthYear: number): Promise<void> {
    await this.database.runInTransaction((tx) => this.writeBirthYear(tx, memberNo, birthYear, caller));
  }

  /** The same as a part of more; the member's clock is held from here on. */
  async writeBirthYear(
    tx: Transaction,
    memberNo: number,
    birthYear: number,
    actor: Principal | 'system' = 'system',
  ): Promise<void> {
    const now = this.clock.now();
    if (birthYear > yearOf(now)) throw yearAhead();
    const lastElderYear = await this.setting.lastElderYear(now);
    const numbers = await this.#hold(tx, memberNo);
    const said = await tx.manager.find(BirthYearStatement, {
      where: { memberNo: In([...numbers]) },
      order: { statedAt: 'ASC', statementNo: 'ASC' },
    });
    if (said.at(-1)?.birthYear === birthYear) return;
    if (said.length >= BIRTH_YEAR_STATEMENTS_MAX) throw tooManyStatements();
    const statementNo = Math.max(0, ...said.map((each) => each.statementNo)) + 1;
    await insertRows(tx, BirthYearStatement, [{ memberNo, statementNo, birthYear, statedAt: now }]);
    await this.#note(tx, actor, 'elder.say_birth_year', memberNo, { statementNo });
    if (birthYear <= lastElderYear) await this.callBacks.require(tx, memberNo, numbers);
  }

  /** @throws {AppError} elder.not_of_age */
  async nameContact(caller: Principal, memberNo: number, told: NameTrustedContact): Promise<void> {
    const state = await this.standings.stateOf(memberNo);
    if (state !== 'WAITING' && state !== 'DONE') throw notOfAge();
    await this.database.runInTransaction(async (tx) => {
      const numbers = await this.#hold(tx, memberNo);
      await this.contacts.name(tx, memberNo, numbers, told);
      await this.#note(tx, caller, 'elder.name_trusted_contact', memberNo, { relation: told.relation });
    });
  }

  async forgetContact(caller: Principal, memberNo: number): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await this.contacts.forget(tx, await this.#hold(tx, memberNo));
      await this.#note(tx, caller, 'elder.forget_trusted_contact', memberNo, {});
    });
  }

  /** Two at once of one member come one after the other. */
  async #hold(tx: Transaction, memberNo: number): Promise<readonly number[]> {
    const numbers = await this.identity.numbersOf(memberNo);
    await this.identity.lockMembers(tx, numbers);
    return numbers;
  }

  async #note(
    tx: Transaction,
    actor: Principal | 'system',
    action: string,
    subjectNo: number,
    inputs: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'member',
      subjectId: (await this.identity.getMember(subjectNo)).memberId,
      subjectNo,
      inputs,
    });
  }
}
