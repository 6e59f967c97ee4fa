import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DeskCode, OwnPhone } from '@siyu/shared/contracts/staff-phone';
import { DESK_CODE_DIGITS, DESK_CODE_MINUTES } from '@siyu/shared/contracts/staff-phone.limits';
import { MoreThan } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { deskCodeWrong } from './identity.errors.ts';
import { Sessions } from './session.service.ts';
import { StaffPhone, StaffPhoneCode } from './staff-phone.entity.ts';

const MINUTE = 60_000;

/**
 * Which WeChat account stands for which of the staff on a phone. Only somebody who sits at the desk and holds the phone
 * can make a tie: the code is shown in the console, after both factors, and entered on the phone.
 */
@Injectable()
export class StaffPhones {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  async getOwn({ id: staffId }: Principal): Promise<OwnPhone> {
    const tie = await this.database.read.findOneBy(StaffPhone, { staffId });
    return { tiedAt: tie === null ? null : new Date(tie.tiedAt).toISOString() };
  }

  /** Takes the place of the code before. */
  async issueCode(caller: Principal): Promise<DeskCode> {
    const code = this.#newCode();
    const expiresAt = this.clock.now() + DESK_CODE_MINUTES * MINUTE;
    await this.database.runInTransaction(async (tx) => {
      await tx.manager.delete(StaffPhoneCode, { staffId: caller.id });
      await tx.manager.insert(StaffPhoneCode, { staffId: caller.id, codeSha256: sha256Of(code), expiresAt });
      await this.#note(tx, caller, 'identity.issue_phone_code', caller.id);
    });
    return { code, expiresAt: new Date(expiresAt).toISOString() };
  }

  async endOwn(caller: Principal): Promise<OwnPhone> {
    await this.database.runInTransaction((tx) => this.end(tx, caller, caller.id));
    return { tiedAt: null };
  }

  /** Signs the phone out too; of somebody without a phone it takes away a code that is still about. */
  async end(tx: Transaction, actor: Principal, staffId: string): Promise<void> {
    await tx.manager.delete(StaffPhoneCode, { staffId });
    const { affected } = await tx.manager.delete(StaffPhone, { staffId });
    await this.sessions.revokePhones(tx, staffId);
    if ((affected ?? 0) > 0) await this.#note(tx, actor, 'identity.end_phone_tie', staffId);
  }

  /** Whose code this is; null: nobody's, or it is over. */
  async findByCode(code: string): Promise<string | null> {
    const found = await this.database.read.findOneBy(StaffPhoneCode, {
      codeSha256: sha256Of(code),
      expiresAt: MoreThan(this.clock.now()),
    });
    return found?.staffId ?? null;
  }

  async findByOpenid(openid: string): Promise<string | null> {
    return (await this.database.read.findOneBy(StaffPhone, { openid }))?.staffId ?? null;
  }

  /**
   * Uses the code up. Whatever the phone or the person was tied to before is tied no more.
   * @throws {AppError} identity.desk_code_wrong when somebody else was quicker
   */
  async tie(tx: Transaction, actor: Principal, code: string, openid: string): Promise<void> {
    const staffId = actor.id;
    const { affected } = await tx.manager.delete(StaffPhoneCode, { staffId, codeSha256: sha256Of(code) });
    if (affected !== 1) throw deskCodeWrong();
    const other = await tx.manager.findOneBy(StaffPhone, { openid });
    if (other !== null && other.staffId !== staffId) await this.end(tx, actor, other.staffId);
    await tx.manager.delete(StaffPhone, { staffId });
    await this.sessions.revokePhones(tx, staffId);
    await tx.manager.insert(StaffPhone, { staffId, openid, tiedAt: this.clock.now() });
    await this.#note(tx, actor, 'identity.tie_phone', staffId);
  }

  #newCode(): string {
    const [value = 0n] = new BigUint64Array(Uint8Array.from(this.randomness.bytes(8)).buffer);
    return String(value % 10n ** BigInt(DESK_CODE_DIGITS)).padStart(DESK_CODE_DIGITS, '0');
  }

  #note(tx: Transaction, actor: Principal, action: string, subjectId: string): Promise<void> {
    return this.audit.record(tx, { actor, action, subjectKind: 'staff', subjectId });
  }
}

const sha256Of = (code: string): string => createHash('sha256').update(code, 'utf8').digest('hex');
