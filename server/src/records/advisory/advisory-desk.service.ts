import { Injectable } from '@nestjs/common';
import type {
  AdvisoryContract as ContractView,
  AdvisoryContractList,
  EnterAdvisoryContract,
} from '@siyu/shared/contracts/advisory';
import { ADVISORY_CONTRACTS_SHOWN, type AdvisoryState } from '@siyu/shared/contracts/advisory.limits';
import { dayOfInstant, epochDay, formatDay, parseDay } from '@siyu/shared/time';
import { In } from 'typeorm';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal, Scope } from '../../platform/http/index.ts';
import { Identity, type MemberRecord, MemberScopes } from '../identity/index.ts';
import { AdvisoryContract } from './advisory-contract.entity.ts';
import {
  contractEnded,
  contractNotFound,
  contractNoTaken,
  daysReversed,
  memberNotFound,
} from './advisory.errors.ts';

/** The register of advisory contracts as staff keep it: entered, looked at and ended, each within the own scope. */
@Injectable()
export class AdvisoryDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly audit: Audit,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
  ) {}

  /** Of the person, whichever registration each was entered for; the one that lasts longest first. */
  async listOf(caller: Principal, memberId: string): Promise<AdvisoryContractList> {
    const member = await this.#member(caller.scope, memberId);
    const numbers = await this.identity.numbersOf(member.memberNo);
    const contracts = await this.database.read.find(AdvisoryContract, {
      where: { memberNo: In([...numbers]) },
      order: { validUntil: 'DESC', contractId: 'ASC' },
      take: ADVISORY_CONTRACTS_SHOWN,
    });
    await this.database.runInTransaction((tx) =>
      this.#note(tx, 'advisory.view_contracts', caller, member, {}),
    );
    return { contracts: contracts.map((contract) => this.#viewOf(contract)) };
  }

  /**
   * The same contract entered again changes nothing.
   * @throws {AppError} advisory.days_reversed, advisory.contract_no_taken, identity.member_not_found
   */
  async enter(
    caller: Principal,
    memberId: string,
    { contractNo, validFrom, validUntil }: EnterAdvisoryContract,
  ): Promise<ContractView> {
    const { memberNo, ...member } = await this.#member(caller.scope, memberId);
    const [from, until] = [parseDay(validFrom), parseDay(validUntil)];
    if (from === null || until === null || until < from) throw daysReversed();
    const row = {
      contractId: this.randomness.uuid(),
      contractNo,
      memberNo,
      validFrom: from,
      validUntil: until,
      endedAt: null,
      endReason: null,
      enteredBy: caller.id,
      enteredAt: this.clock.now(),
    };
    const kept = await this.database.runInTransaction(async (tx) => {
      await tx.manager
        .createQueryBuilder()
        .insert()
        .into(AdvisoryContract)
        .values(row)
        .orIgnore()
        .updateEntity(false)
        .execute();
      // UNIQUE (contractNo) decides between two who enter it; whose row is there tells who won.
      const found = await tx.manager.findOneByOrFail(AdvisoryContract, { contractNo });
      const isSame =
        found.memberNo === memberNo &&
        found.validFrom === row.validFrom &&
        found.validUntil === row.validUntil;
      if (!isSame) throw contractNoTaken();
      if (found.contractId === row.contractId)
        await this.#note(
          tx,
          'advisory.enter_contract',
          caller,
          { ...member, memberNo },
          {
            contractId: row.contractId,
            validFrom,
            validUntil,
          },
        );
      return found;
    });
    return this.#viewOf(kept);
  }

  /** From this moment on the member gets no advice under it. @throws {AppError} advisory.contract_ended */
  async end(caller: Principal, contractId: string, reason: string): Promise<ContractView> {
    const contract = await this.database.read.findOneBy(AdvisoryContract, { contractId });
    if (contract === null || !(await this.scopes.covers(caller.scope, contract.memberNo)))
      throw contractNotFound();
    const member = await this.identity.getMember(contract.memberNo);
    const endedAt = this.clock.now();
    await this.database.runInTransaction(async (tx) => {
      const { affected } = await tx.manager
        .createQueryBuilder()
        .update(AdvisoryContract)
        .set({ endedAt, endReason: reason })
        .where('contract_id = :contractId AND ended_at IS NULL', { contractId })
        .execute();
      if (affected !== 1) throw contractEnded();
      await this.#note(tx, 'advisory.end_contract', caller, member, { contractId });
    });
    return this.#viewOf({ ...contract, endedAt, endReason: reason });
  }

  async #member(scope: Scope, memberId: string): Promise<MemberRecord> {
    const member = await this.identity.findByPublicId(memberId);
    if (member === null || !(await this.scopes.covers(scope, member.memberNo))) throw memberNotFound();
    return member;
  }

  #viewOf(contract: AdvisoryContract): ContractView {
    const { contractId, contractNo, validFrom, validUntil, endedAt, endReason } = contract;
    return {
      contractId,
      contractNo,
      validFrom: formatDay(epochDay(validFrom)),
      validUntil: formatDay(epochDay(validUntil)),
      state: stateOf(contract, dayOfInstant(this.clock.now())),
      endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
      endReason,
    };
  }

  #note(
    tx: Transaction,
    action: string,
    actor: Principal,
    { memberId, memberNo }: Pick<MemberRecord, 'memberId' | 'memberNo'>,
    inputs: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action,
      subjectKind: 'member',
      subjectId: memberId,
      subjectNo: memberNo,
      inputs: { ...inputs },
    });
  }
}

function stateOf(
  { validFrom, validUntil, endedAt }: Pick<AdvisoryContract, 'validFrom' | 'validUntil' | 'endedAt'>,
  today: number,
): AdvisoryState {
  if (endedAt !== null) return 'ENDED';
  if (today < validFrom) return 'NOT_YET';
  return today > validUntil ? 'EXPIRED' : 'ACTIVE';
}
