import { Injectable } from '@nestjs/common';
import type { RegisterComplaint, TakeComplaintStep } from '@siyu/shared/contracts/care-desk';
import { dayOfInstant } from '@siyu/shared/time';
import { z } from 'zod';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { StaffDirectory } from '../../foundation/organisation/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { repeatOnDuplicate } from '../../platform/imports/index.ts';
import { Identity, type MemberRecord, MemberScopes } from '../../records/identity/index.ts';
import {
  alreadyAppealed,
  appealStillOpen,
  complaintNotFound,
  memberNotFound,
  notYours,
  samePerson,
} from './care.errors.ts';
import { CareScope } from './care-scope.ts';
import { Complaint } from './complaint.entity.ts';
import { ComplaintMoves } from './complaint-moves.ts';
import { ComplaintRegister } from './complaint-register.ts';

const Made = z.object({ id: z.string() });

/** What staff do with complaints: take them down, give them to somebody, answer, close. */
@Injectable()
export class ComplaintDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly staff: StaffDirectory,
    private readonly scopes: MemberScopes,
    private readonly scope: CareScope,
    private readonly register: ComplaintRegister,
    private readonly moves: ComplaintMoves,
  ) {}

  /**
   * Takes down what somebody said. Sent again under the same key it is the same complaint.
   * @returns its id
   * @throws {AppError} care.member_not_found
   */
  async take(
    caller: Principal,
    told: z.output<typeof RegisterComplaint>,
    key: string | null,
  ): Promise<string> {
    const member = told.memberId === null ? null : await this.#memberOf(caller, told.memberId);
    const branchId = member === null ? (await this.staff.getStaff(caller.id)).branchId : member.branchId;
    const { channel, category, complainant, text, tradingPlan } = told;
    const work = async (tx: Transaction): Promise<z.infer<typeof Made>> => {
      const complaintId = this.randomness.uuid();
      const memberNo = member?.memberNo ?? null;
      if (memberNo !== null) await this.identity.lockMembers(tx, [memberNo]);
      const row = { channel, category, complainant, text, tradingPlan, branchId, memberNo };
      await this.register.enter(tx, caller, { ...row, complaintId, callId: null });
      return { id: complaintId };
    };
    const asked = { principalId: caller.id, requestSha256: sha256OfJson(told), now: this.clock.now() };
    const { id } = await repeatOnDuplicate(this.database, (tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return id;
  }

  /**
   * Takes the next step of a complaint.
   * @throws {AppError} care.complaint_not_found, care.act_refused, care.moved_on, care.not_yours, care.own_adviser, care.owner_unfit, care.same_person, care.appeal_still_open, care.already_appealed
   */
  async takeStep(caller: Principal, complaintId: string, step: TakeComplaintStep): Promise<void> {
    await this.find(caller, complaintId);
    await this.database.runInTransaction(async (tx) => {
      const complaint = await this.moves.hold(tx, complaintId);
      const isFresh = step.stepNo === complaint.stepNo + 1;
      // A repeat is told apart by its number; what may be done is asked of the first one only.
      if (isFresh) await this.#refuse(caller, complaint, step);
      await this.moves.take(tx, complaint, caller, step);
    });
  }

  /** @throws {AppError} care.complaint_not_found when there is none within the caller's reach */
  async find(caller: Principal, complaintId: string): Promise<Complaint> {
    const found = await this.database.read.findOneBy(Complaint, { complaintId });
    if (found === null || !(await this.scope.covers(caller, found))) throw complaintNotFound();
    return found;
  }

  async #refuse(caller: Principal, complaint: Complaint, step: TakeComplaintStep): Promise<void> {
    const { ownerId, appealedFromId, memberNo, closableOn, state } = complaint;
    switch (step.act) {
      case 'ASSIGN':
        if (step.ownerId === appealedFromId) throw samePerson();
        await this.scope.refuseUnfit(complaint, step.ownerId);
        return;
      case 'NOTE':
      case 'ANSWER':
        if (ownerId !== caller.id && (state === 'HANDLING' || state === 'REVIEWING')) throw notYours();
        await this.scope.refuseAdviser(memberNo, caller.id);
        return;
      case 'APPEAL':
        if (appealedFromId !== null) throw alreadyAppealed();
        return;
      case 'CLOSE':
        if (closableOn !== null && dayOfInstant(this.clock.now()) < closableOn) throw appealStillOpen();
        if (ownerId !== caller.id && !caller.roles.includes('compliance')) throw notYours();
    }
  }

  async #memberOf(caller: Principal, memberId: string): Promise<MemberRecord> {
    const member = await this.identity.findByPublicId(memberId);
    if (member === null || !(await this.scopes.covers(caller.scope, member.memberNo))) throw memberNotFound();
    return member;
  }
}
