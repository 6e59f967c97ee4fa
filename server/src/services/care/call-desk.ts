import { Injectable } from '@nestjs/common';
import type { OrderCall, TakeCallStep } from '@siyu/shared/contracts/care-desk';
import type { ComplaintCategory } from '@siyu/shared/contracts/care.limits';
import { parseDay } from '@siyu/shared/time';
import { z } from 'zod';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { once } from '../../platform/idempotency/index.ts';
import { repeatOnDuplicate } from '../../platform/imports/index.ts';
import { Identity, MemberScopes } from '../../records/identity/index.ts';
import { callNotFound, memberNotFound, notYours } from './care.errors.ts';
import { CareScope } from './care-scope.ts';
import { ComplaintRegister } from './complaint-register.ts';
import { ElderCalls } from './elder-calls.ts';
import { FollowUpCall } from './follow-up-call.entity.ts';
import { FollowUpCalls } from './follow-up-calls.ts';

const Made = z.object({ id: z.string() });
type Step = z.output<typeof TakeCallStep>;
type Recorded = Extract<Step, { act: 'RECORD' }>;

/** What staff do with follow-up calls: order them, give them to somebody, write down what came of them, once. */
@Injectable()
export class CallDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly scopes: MemberScopes,
    private readonly scope: CareScope,
    private readonly calls: FollowUpCalls,
    private readonly register: ComplaintRegister,
    private readonly elders: ElderCalls,
  ) {}

  /** Sent again under the same key it is the same call. @throws {AppError} care.member_not_found */
  async order(caller: Principal, told: z.output<typeof OrderCall>, key: string | null): Promise<string> {
    const { memberId, reason, note } = told;
    const member = await this.identity.findByPublicId(memberId);
    if (member === null || !(await this.scopes.covers(caller.scope, member.memberNo))) throw memberNotFound();
    const dueOn = told.dueOn === null ? null : parseDay(told.dueOn);
    const work = async (tx: Transaction): Promise<z.infer<typeof Made>> => {
      const order = { orderKey: `desk:${this.randomness.uuid()}`, memberNo: member.memberNo, reason, note };
      return { id: await this.calls.order(tx, caller, { ...order, ...(dueOn !== null && { dueOn }) }) };
    };
    const asked = { principalId: caller.id, requestSha256: sha256OfJson(told), now: this.clock.now() };
    const { id } = await this.database.runInTransaction((tx) =>
      key === null ? work(tx) : once(tx, { ...asked, key }, Made, () => work(tx)),
    );
    return id;
  }

  /**
   * Takes the next step of a call. What is found wrong can become a complaint in the same transaction.
   * @throws {AppError} care.call_not_found, care.act_refused, care.moved_on, care.not_yours, care.own_adviser, care.owner_unfit
   */
  async takeStep(caller: Principal, callId: string, step: Step): Promise<void> {
    await this.find(caller, callId);
    await repeatOnDuplicate(this.database, async (tx) => {
      const call = await this.calls.hold(tx, callId);
      const isFresh = step.stepNo === call.stepNo + 1;
      if (isFresh) await this.#refuse(caller, call, step);
      if (step.act !== 'RECORD') {
        await this.calls.take(tx, call, caller, step);
        return;
      }
      const { act, stepNo, outcome, text, tradingPlan, complaintCategory } = step;
      const complaintId = complaintCategory === null ? null : this.randomness.uuid();
      const said = { act, stepNo, outcome, text };
      const hasMoved = await this.calls.take(tx, call, caller, said, { tradingPlan, complaintId });
      if (hasMoved) await this.elders.settle(tx, caller, call, outcome);
      if (hasMoved && complaintId !== null && complaintCategory !== null)
        await this.#complain(tx, caller, { call, complaintId, category: complaintCategory, step });
    });
  }

  /** @throws {AppError} care.call_not_found when there is none within the caller's reach */
  async find(caller: Principal, callId: string): Promise<FollowUpCall> {
    const found = await this.database.read.findOneBy(FollowUpCall, { callId });
    if (found === null || !(await this.scope.covers(caller, found))) throw callNotFound();
    return found;
  }

  async #refuse(caller: Principal, call: FollowUpCall, step: Step): Promise<void> {
    switch (step.act) {
      case 'ASSIGN':
        await this.scope.refuseUnfit(call, step.ownerId);
        return;
      case 'RECORD':
        if (call.state === 'ASSIGNED' && call.ownerId !== caller.id) throw notYours();
        // A merge of two registrations may have made them the client's adviser since.
        await this.scope.refuseAdviser(call.memberNo, caller.id);
        return;
      case 'CANCEL':
    }
  }

  #complain(
    tx: Transaction,
    caller: Principal,
    found: {
      readonly call: FollowUpCall;
      readonly complaintId: string;
      readonly category: ComplaintCategory;
      readonly step: Recorded;
    },
  ): Promise<void> {
    const { call, complaintId, category, step } = found;
    const { callId, memberNo, branchId } = call;
    const { text, tradingPlan } = step;
    return this.register.enter(tx, caller, {
      ...{ complaintId, callId, memberNo, branchId, category, text, tradingPlan },
      channel: 'FOLLOW_UP',
      complainant: null,
    });
  }
}
