import { Injectable } from '@nestjs/common';
import {
  CALL_STATES,
  type CallAct,
  type CallReason,
  type CallState,
  nextCallState,
} from '@siyu/shared/contracts/care.limits';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { actRefused, callNotFound, movedOn } from './care.errors.ts';
import { CarePeriodSetting } from './care-periods.ts';
import { CareSteps, type TakenStep } from './care-steps.ts';
import type { Said } from './complaint-moves.ts';
import { FollowUpCall } from './follow-up-call.entity.ts';

/** What is to be asked of a client, and by when. */
export interface CallOrder {
  /** Business key of whoever orders, such as the id of a match: ordered again it is the same call. */
  readonly orderKey: string;
  readonly memberNo: number;
  readonly reason: CallReason;
  /** For whoever calls; nothing of a plan to trade. */
  readonly note?: string;
  /** Epoch day; without one as many working days from now as are configured. */
  readonly dueOn?: number;
}

/** Follow-up calls: ordered by staff or by another module, and moved along their table of transitions. */
@Injectable()
export class FollowUpCalls {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly identity: Identity,
    private readonly periods: CarePeriodSetting,
    private readonly steps: CareSteps,
  ) {}

  /**
   * Orders a call in the transaction of what makes it needed; the client's clock is held from here on.
   * @returns its id, the same one for the same key
   */
  async order(tx: Transaction, actor: Principal | 'system', order: CallOrder): Promise<string> {
    const { orderKey, memberNo, reason, note = '' } = order;
    await this.identity.lockMembers(tx, [memberNo]);
    const known = await tx.manager.findOneBy(FollowUpCall, { orderKey });
    if (known !== null) return known.callId;
    const now = this.clock.now();
    const { branchId } = await this.identity.getMember(memberNo);
    const callId = this.randomness.uuid();
    const row: FollowUpCall = {
      ...{ callId, orderKey, memberNo, branchId, reason },
      ...{ state: 'OPEN', stepNo: 1, ownerId: null, outcome: null, tradingPlan: null, complaintId: null },
      dueOn: order.dueOn ?? (await this.periods.callDay(now)).day,
      orderedAt: now,
      restrictedAt: null,
    };
    await insertRows(tx, FollowUpCall, [row]);
    const step = { act: 'ORDER', state: 'OPEN', stepNo: 1, ...(note !== '' && { text: note }) };
    await this.steps.append(tx, { kind: 'follow_up_call', subjectId: callId, memberNo, actor }, step);
    return callId;
  }

  /** The call as it stands now, its client's clock held. @throws {AppError} care.call_not_found */
  async hold(tx: Transaction, callId: string): Promise<FollowUpCall> {
    const seen = await this.database.read.findOneBy(FollowUpCall, { callId });
    if (seen === null) throw callNotFound();
    await this.identity.lockMembers(tx, await this.identity.numbersOf(seen.memberNo));
    return tx.manager.findOneByOrFail(FollowUpCall, { callId });
  }

  /**
   * Takes step `stepNo`. The same step by the same person again is no second one.
   * @returns whether anything changed
   * @throws {AppError} care.act_refused, care.moved_on
   */
  async take(
    tx: Transaction,
    call: FollowUpCall,
    actor: Principal | 'system',
    { act, stepNo, ...said }: { readonly act: CallAct; readonly stepNo: number } & Said,
    found: Partial<Pick<FollowUpCall, 'tradingPlan' | 'complaintId'>> = {},
  ): Promise<boolean> {
    const { callId, memberNo } = call;
    const from = callStateOf(call);
    const state = nextCallState(act, from);
    const step: TakenStep = { act, stepNo, state: state ?? from, ...said };
    if (stepNo !== call.stepNo + 1) {
      if (actor !== 'system' && (await this.steps.isRepeat(tx, callId, actor, step))) return false;
      throw movedOn();
    }
    if (state === null) throw actRefused();
    const changed = {
      ...(act === 'ASSIGN' && { ownerId: said.ownerId ?? null }),
      ...(act === 'PUT_BACK' && { ownerId: null }),
      ...(act === 'RECORD' && { outcome: said.outcome ?? null }),
    };
    const { affected } = await tx.manager.update(
      FollowUpCall,
      { callId, stepNo: call.stepNo, state: from },
      { state, stepNo, ...changed, ...found },
    );
    if (affected !== 1) throw movedOn();
    await this.steps.append(tx, { kind: 'follow_up_call', subjectId: callId, memberNo, actor }, step);
    return true;
  }
}

export function callStateOf({ state, callId }: Pick<FollowUpCall, 'state' | 'callId'>): CallState {
  const found = CALL_STATES.find((each) => each === state);
  if (found === undefined) throw new Error(`call ${callId} is in an unknown state: ${state}`);
  return found;
}
