import { Injectable } from '@nestjs/common';
import type { ComplaintDetail } from '@siyu/shared/contracts/care-desk';
import {
  COMPLAINT_ACTS,
  type ComplaintAct,
  nextComplaintState,
  OWED_STATES,
  TOLD_BY,
} from '@siyu/shared/contracts/care.limits';
import { dayOfInstant, epochDay, formatDay } from '@siyu/shared/time';
import { Audit } from '../../foundation/audit/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { OpenedFile } from '../../platform/files/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { CareClients } from './care-clients.ts';
import { outcomeOf } from './care-codes.ts';
import { pictureNotFound } from './care.errors.ts';
import { mayReadPlan } from './care-scope.ts';
import { CareSteps } from './care-steps.ts';
import { Complaint } from './complaint.entity.ts';
import { ComplaintDesk } from './complaint-desk.ts';
import { ComplaintLists } from './complaint-lists.ts';
import { stateOf } from './complaint-moves.ts';
import { ComplaintPictures } from './complaint-pictures.ts';
import { stepKindOf } from './step-kind.ts';

/** One complaint as one person of staff may read it; that they did stands in the trail. */
@Injectable()
export class ComplaintDetails {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly desk: ComplaintDesk,
    private readonly lists: ComplaintLists,
    private readonly clients: CareClients,
    private readonly steps: CareSteps,
    private readonly pictures: ComplaintPictures,
  ) {}

  /** @throws {AppError} care.complaint_not_found */
  async open(caller: Principal, complaintId: string): Promise<ComplaintDetail> {
    const complaint = await this.desk.find(caller, complaintId);
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor: caller,
        action: 'care.read_complaint',
        subjectKind: 'complaint',
        subjectId: complaintId,
        ...(complaint.memberNo !== null && { subjectNo: complaint.memberNo }),
      }),
    );
    return this.#shown(caller, complaint);
  }

  /** After the caller's own act: whoever gave it out of their hands still sees what they did. */
  async after(caller: Principal, complaintId: string): Promise<ComplaintDetail> {
    return this.#shown(caller, await this.database.read.findOneByOrFail(Complaint, { complaintId }));
  }

  /** @throws {AppError} care.complaint_not_found, care.picture_not_found */
  async openPicture(caller: Principal, complaintId: string, pictureId: string): Promise<OpenedFile> {
    const complaint = await this.desk.find(caller, complaintId);
    if (!mayRead(caller, complaint)) throw pictureNotFound();
    return this.pictures.open(caller, complaintId, pictureId);
  }

  async #shown(caller: Principal, complaint: Complaint): Promise<ComplaintDetail> {
    const { complaintId, tradingPlan, closableOn, restrictedAt, stepNo } = complaint;
    const [[row], stepsOf, picturesOf] = await Promise.all([
      this.lists.rowsOf([complaint]),
      this.steps.of([complaintId]),
      this.pictures.idsOf([complaintId]),
    ]);
    if (row === undefined) throw new Error(`complaint ${complaintId} has no row`);
    const steps = stepsOf.get(complaintId) ?? [];
    const people = await this.clients.staffOf(steps.flatMap(({ actorId, ownerId }) => [actorId, ownerId]));
    const isReadable = mayRead(caller, complaint);
    const mayPlan = isReadable && mayReadPlan(caller, complaint);
    const answer = steps.filter(({ act }) => act === 'ANSWER').at(-1);
    return {
      row,
      text: isReadable ? complaint.text : null,
      complainant: isReadable ? complaint.complainant : null,
      tradingPlan: mayPlan ? tradingPlan : null,
      isTradingPlanWithheld: tradingPlan !== null && !mayPlan,
      isRestricted: restrictedAt !== null,
      pictureIds: isReadable ? [...(picturesOf.get(complaintId) ?? [])] : [],
      outcome: outcomeOf(answer?.outcome ?? null),
      toldBy: TOLD_BY.find((each) => each === answer?.toldBy) ?? null,
      hasAppealed: complaint.appealedFromId !== null,
      closableFrom: closableOn === null ? null : formatDay(epochDay(closableOn)),
      steps: steps.map((step) => ({
        stepNo: step.stepNo,
        act: COMPLAINT_ACTS.find((each) => each === step.act) ?? 'NOTE',
        state: stateOf({ state: step.state, complaintId }),
        actorKind: stepKindOf(step.actorKind),
        actorName: people.get(step.actorId ?? '')?.name ?? null,
        ownerName: people.get(step.ownerId ?? '')?.name ?? null,
        text: isReadable ? step.text : null,
        at: new Date(step.at).toISOString(),
      })),
      nextStepNo: stepNo + 1,
      acts: COMPLAINT_ACTS.filter((act) => this.#may(caller, complaint, act)),
    };
  }

  /** What the console offers; the desk decides again when it is done. */
  #may(caller: Principal, complaint: Complaint, act: ComplaintAct): boolean {
    const { ownerId, appealedFromId, closableOn } = complaint;
    if (nextComplaintState(act, stateOf(complaint)) === null) return false;
    switch (act) {
      case 'ASSIGN':
        return true;
      case 'NOTE':
      case 'ANSWER':
        return ownerId === caller.id;
      case 'APPEAL':
        return appealedFromId === null;
      case 'CLOSE':
        return (
          (ownerId === caller.id || caller.roles.includes('compliance')) &&
          (closableOn === null || dayOfInstant(this.clock.now()) >= closableOn)
        );
      case 'REGISTER':
      case 'PUT_BACK':
      case 'ACCEPT':
        return false;
    }
  }
}

/** What is kept of a closed account is read by compliance, and by whoever still has to answer it. */
function mayRead({ id, roles }: Principal, { restrictedAt, ownerId, state }: Complaint): boolean {
  if (restrictedAt === null || roles.includes('compliance')) return true;
  return ownerId === id && OWED_STATES.some((each) => each === state);
}
