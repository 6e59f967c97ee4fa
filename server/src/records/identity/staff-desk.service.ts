import { Injectable } from '@nestjs/common';
import type { CreateStaff, OneTimePassword, SetRegistration } from '@siyu/shared/contracts/staff';
import { parseDay } from '@siyu/shared/time';
import { Audit } from '../../foundation/audit/index.ts';
import { Organisation, StaffChanges } from '../../foundation/organisation/index.ts';
import { Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { ownAccount } from './identity.errors.ts';
import { SecondFactors } from './second-factors.service.ts';
import { StaffPhones } from './staff-phones.service.ts';
import { Sessions } from './session.service.ts';
import { StaffList } from './staff-list.service.ts';

const PASSWORD_BYTES = 15;

/** Makes and closes accounts. Nobody does any of it to the own one. */
@Injectable()
export class StaffDesk {
  constructor(
    private readonly database: Database,
    private readonly randomness: Randomness,
    private readonly organisation: Organisation,
    private readonly changes: StaffChanges,
    private readonly sessions: Sessions,
    private readonly phones: StaffPhones,
    private readonly secondFactors: SecondFactors,
    private readonly list: StaffList,
    private readonly audit: Audit,
  ) {}

  /** Without roles and with the narrowest reach: who makes accounts grants nothing. */
  async create(caller: Principal, { loginName, name, branchId }: CreateStaff): Promise<OneTimePassword> {
    const oneTimePassword = this.#newPassword();
    const staffId = await this.database.runInTransaction((tx) =>
      this.organisation.createStaff(
        tx,
        {
          loginName,
          name,
          password: oneTimePassword,
          roles: [],
          scopeKind: 'book',
          branchId,
          mustChangePassword: true,
        },
        caller,
      ),
    );
    return { staff: await this.list.getRow(staffId), oneTimePassword };
  }

  /** Who is switched off is signed out everywhere; coming back brings neither old sessions nor the phone to life. */
  async setActive(caller: Principal, staffId: string, isActive: boolean): Promise<void> {
    refuseOwn(caller, staffId);
    await this.database.runInTransaction((tx) =>
      isActive ? this.changes.setActive(tx, staffId, true, caller) : this.switchOff(tx, caller, staffId),
    );
  }

  /** In a transaction that does more, such as handing over what was theirs. */
  async switchOff(tx: Transaction, caller: Principal, staffId: string): Promise<void> {
    refuseOwn(caller, staffId);
    await this.changes.setActive(tx, staffId, false, caller);
    await this.phones.end(tx, caller, staffId);
    await this.sessions.revokeOfStaff(tx, staffId, { but: null });
  }

  /** Who the person is in WeCom, whose customers and groups there become theirs here. */
  async setWecomUser(caller: Principal, staffId: string, wecomUserId: string | null): Promise<void> {
    refuseOwn(caller, staffId);
    await this.database.runInTransaction((tx) => this.changes.setWecomUser(tx, staffId, wecomUserId, caller));
  }

  /** Nobody registers themselves: under this number goes what the person tells customers (REQ-ADV-1). */
  async setRegistration(
    caller: Principal,
    staffId: string,
    { registrationNo, registrationUntil }: SetRegistration,
  ): Promise<void> {
    refuseOwn(caller, staffId);
    const until = registrationUntil === null ? null : parseDay(registrationUntil);
    await this.database.runInTransaction((tx) =>
      this.changes.setRegistration(tx, staffId, { registrationNo, registrationUntil: until }, caller),
    );
  }

  async resetPassword(caller: Principal, staffId: string): Promise<OneTimePassword> {
    refuseOwn(caller, staffId);
    const oneTimePassword = this.#newPassword();
    await this.database.runInTransaction(async (tx) => {
      await this.changes.setOneTimePassword(tx, staffId, oneTimePassword, caller);
      await this.sessions.revokeOfStaff(tx, staffId, { but: null });
    });
    return { staff: await this.list.getRow(staffId), oneTimePassword };
  }

  /** For a lost phone; by another administrator than the one who resets passwords, so that none can take an account over. */
  async removeSecondFactor(caller: Principal, staffId: string): Promise<void> {
    refuseOwn(caller, staffId);
    await this.database.runInTransaction(async (tx) => {
      await this.secondFactors.remove(tx, staffId);
      await this.sessions.revokeOfStaff(tx, staffId, { but: null });
      await this.audit.record(tx, {
        actor: caller,
        action: 'identity.remove_second_factor',
        subjectKind: 'staff',
        subjectId: staffId,
      });
    });
  }

  #newPassword(): string {
    return Buffer.from(this.randomness.bytes(PASSWORD_BYTES)).toString('base64url');
  }
}

function refuseOwn({ id }: Principal, staffId: string): void {
  if (id === staffId) throw ownAccount();
}
