import { Injectable } from '@nestjs/common';
import {
  COMPLAINT_STATES,
  type ComplaintAct,
  type ComplaintState,
  nextComplaintState,
} from '@siyu/shared/contracts/care.limits';
import { Clock } from '../../platform/clock/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { actRefused, complaintNotFound, movedOn } from './care.errors.ts';
import { CarePeriodSetting } from './care-periods.ts';
import { CareSteps, type TakenStep } from './care-steps.ts';
import { Complaint } from './complaint.entity.ts';

/** What an act says beside the way it goes. */
export interface Said {
  readonly ownerId?: string;
  readonly outcome?: string;
  readonly toldBy?: string;
  readonly text?: string;
}

/** The one way by which a complaint changes: along the table of transitions, one numbered step at a time. */
@Injectable()
export class ComplaintMoves {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly periods: CarePeriodSetting,
    private readonly steps: CareSteps,
  ) {}

  /**
   * The complaint as it stands now, its client's clock held, so that nobody else takes a step and no book changes
   * before the transaction ends.
   * @throws {AppError} care.complaint_not_found
   */
  async hold(tx: Transaction, complaintId: string): Promise<Complaint> {
    const seen = await this.database.read.findOneBy(Complaint, { complaintId });
    if (seen === null) throw complaintNotFound();
    if (seen.memberNo !== null)
      await this.identity.lockMembers(tx, await this.identity.numbersOf(seen.memberNo));
    // Read in the transaction only now: what others did while this one waited is in it.
    return tx.manager.findOneByOrFail(Complaint, { complaintId });
  }

  /**
   * Takes step `stepNo`. The same step by the same person again is no second one.
   * @returns whether anything changed
   * @throws {AppError} care.act_refused, care.moved_on
   */
  async take(
    tx: Transaction,
    complaint: Complaint,
    actor: Principal | 'system',
    { act, stepNo, ...said }: { readonly act: ComplaintAct; readonly stepNo: number } & Said,
  ): Promise<boolean> {
    const { complaintId, memberNo } = complaint;
    const from = stateOf(complaint);
    const state = nextComplaintState(act, from);
    const step: TakenStep = { act, stepNo, state: state ?? from, ...said };
    if (stepNo !== complaint.stepNo + 1) {
      if (actor !== 'system' && (await this.steps.isRepeat(tx, complaintId, actor, step))) return false;
      throw movedOn();
    }
    if (state === null) throw actRefused();
    const { affected } = await tx.manager.update(
      Complaint,
      // One conditional update: of two who take one step, the second changes nothing.
      { complaintId, stepNo: complaint.stepNo, state: from },
      { state, stepNo, ...(await this.#changed(act, complaint, said)) },
    );
    if (affected !== 1) throw movedOn();
    await this.steps.append(tx, { kind: 'complaint', subjectId: complaintId, memberNo, actor }, step);
    return true;
  }

  async #changed(act: ComplaintAct, complaint: Complaint, { ownerId }: Said): Promise<Partial<Complaint>> {
    const now = this.clock.now();
    switch (act) {
      case 'ASSIGN':
        return { ownerId: ownerId ?? null };
      case 'PUT_BACK':
        return { ownerId: null };
      case 'ANSWER':
        return {
          dueOn: null,
          closableOn: complaint.appealedFromId === null ? await this.periods.closableDay(now) : null,
        };
      case 'APPEAL': {
        const due = await this.periods.appealDay(now);
        return {
          appealedFromId: complaint.ownerId,
          ownerId: null,
          dueOn: due.day,
          closableOn: null,
          periodsVersion: due.periodsVersion,
          holidaysVersion: due.holidaysVersion,
        };
      }
      case 'ACCEPT':
      case 'CLOSE':
        return { closableOn: null };
      case 'REGISTER':
      case 'NOTE':
        return {};
    }
  }
}

export function stateOf({ state, complaintId }: Pick<Complaint, 'state' | 'complaintId'>): ComplaintState {
  const found = COMPLAINT_STATES.find((each) => each === state);
  if (found === undefined) throw new Error(`complaint ${complaintId} is in an unknown state: ${state}`);
  return found;
}
