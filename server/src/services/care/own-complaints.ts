import { Injectable } from '@nestjs/common';
import type { Complain, OwnComplaint, OwnComplaints as Page } from '@siyu/shared/contracts/care';
import { nextComplaintState } from '@siyu/shared/contracts/care.limits';
import { epochDay, formatDay } from '@siyu/shared/time';
import { In } from 'typeorm';
import { z } from 'zod';
import { Database, type Transaction } from '../../platform/database/index.ts';
import { decodeCursor, encodeCursor, type Principal } from '../../platform/http/index.ts';
import { repeatOnDuplicate } from '../../platform/imports/index.ts';
import { Identity } from '../../records/identity/index.ts';
import { alreadyAppealed, complaintNotFound, complaintTaken, noMember } from './care.errors.ts';
import { categoryOf, channelOf, outcomeOf } from './care-codes.ts';
import type { CareStep } from './care-step.entity.ts';
import { CareSteps } from './care-steps.ts';
import { Complaint } from './complaint.entity.ts';
import { ComplaintMoves, stateOf } from './complaint-moves.ts';
import { ComplaintPictures } from './complaint-pictures.ts';
import { ComplaintRegister } from './complaint-register.ts';

const Position = z.tuple([z.int(), z.string().max(36)]);
const iso = (instant: number): string => new Date(instant).toISOString();

/**
 * A member's own complaints. No consent is asked for them: to complain is a right, and the register is a duty of the
 * firm.
 */
@Injectable()
export class OwnComplaints {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly register: ComplaintRegister,
    private readonly moves: ComplaintMoves,
    private readonly steps: CareSteps,
    private readonly pictures: ComplaintPictures,
  ) {}

  /**
   * Told again it is the same complaint, and what was told first stays.
   * @throws {AppError} care.complaint_taken, care.too_many_complaints, care.picture_gone
   */
  async complain(caller: Principal, told: z.output<typeof Complain>): Promise<OwnComplaint> {
    const memberNo = numberOf(caller);
    const { complaintId, category, text, tradingPlan, pictureIds } = told;
    await repeatOnDuplicate(this.database, async (tx) => {
      const { numbers, branchId } = await this.#hold(tx, memberNo);
      const known = await tx.manager.findOneBy(Complaint, { complaintId });
      if (known !== null) {
        if (known.memberNo === null || !numbers.includes(known.memberNo)) throw complaintTaken();
        return;
      }
      const row = { complaintId, category, text, tradingPlan, memberNo, branchId };
      const fresh = { ...row, channel: 'APP', complainant: null, callId: null } as const;
      await this.register.enter(tx, caller, fresh, numbers);
      await this.pictures.attach(tx, memberNo, complaintId, pictureIds);
    });
    return this.#get(memberNo, complaintId);
  }

  /** The last one first. */
  async list(
    caller: Principal,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<Page> {
    const numbers = await this.identity.numbersOf(numberOf(caller));
    const matching = this.database.read
      .createQueryBuilder(Complaint, 'one')
      .where('one.memberNo IN (:...numbers)', { numbers: [...numbers] });
    const after = decodeCursor(cursor, Position);
    if (after !== null)
      matching.andWhere('(one.registeredAt < :at OR (one.registeredAt = :at AND one.complaintId < :id))', {
        at: after[0],
        id: after[1],
      });
    const found = await matching
      .orderBy('one.registeredAt', 'DESC')
      .addOrderBy('one.complaintId', 'DESC')
      .limit(limit + 1)
      .getMany();
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const nextCursor = last === undefined ? null : encodeCursor([last.registeredAt, last.complaintId]);
    return { complaints: await this.#shown(page), nextCursor };
  }

  /**
   * Asks that somebody else looks at it: once. Asked again it is the same appeal.
   * @throws {AppError} care.complaint_not_found, care.act_refused, care.already_appealed
   */
  appeal(caller: Principal, complaintId: string, text: string): Promise<OwnComplaint> {
    return this.#move(caller, complaintId, async (tx, complaint, numbers) => {
      if (complaint.appealedFromId !== null) {
        const said = (await this.steps.of([complaintId]))
          .get(complaintId)
          ?.find(({ act }) => act === 'APPEAL');
        if (said?.text === text && numbers.includes(complaint.memberNo ?? 0)) return;
        throw alreadyAppealed();
      }
      await this.moves.take(tx, complaint, caller, { act: 'APPEAL', stepNo: complaint.stepNo + 1, text });
    });
  }

  /** The answer settles it. Said again nothing changes. @throws {AppError} care.complaint_not_found, care.act_refused */
  accept(caller: Principal, complaintId: string): Promise<OwnComplaint> {
    return this.#move(caller, complaintId, async (tx, complaint) => {
      if (complaint.state === 'CLOSED') return;
      await this.moves.take(tx, complaint, caller, { act: 'ACCEPT', stepNo: complaint.stepNo + 1 });
    });
  }

  async #move(
    caller: Principal,
    complaintId: string,
    move: (tx: Transaction, complaint: Complaint, numbers: readonly number[]) => Promise<void>,
  ): Promise<OwnComplaint> {
    const memberNo = numberOf(caller);
    await this.database.runInTransaction(async (tx) => {
      const { numbers } = await this.#hold(tx, memberNo);
      const complaint = await tx.manager.findOneBy(Complaint, { complaintId, memberNo: In([...numbers]) });
      if (complaint === null) throw complaintNotFound();
      await move(tx, complaint, numbers);
    });
    return this.#get(memberNo, complaintId);
  }

  /** Two at once of one member come one after the other. */
  async #hold(tx: Transaction, memberNo: number) {
    const numbers = await this.identity.numbersOf(memberNo);
    await this.identity.lockMembers(tx, numbers);
    const { branchId } = await this.identity.getMember(memberNo);
    return { numbers, branchId };
  }

  async #get(memberNo: number, complaintId: string): Promise<OwnComplaint> {
    const numbers = await this.identity.numbersOf(memberNo);
    const rows = await this.database.read.findBy(Complaint, { complaintId, memberNo: In([...numbers]) });
    const [own] = await this.#shown(rows);
    if (own === undefined) throw complaintNotFound();
    return own;
  }

  async #shown(rows: readonly Complaint[]): Promise<OwnComplaint[]> {
    const ids = rows.map(({ complaintId }) => complaintId);
    const [steps, pictures] = await Promise.all([this.steps.of(ids), this.pictures.idsOf(ids)]);
    return rows.map((row) =>
      ownComplaint(row, steps.get(row.complaintId) ?? [], pictures.get(row.complaintId)?.length ?? 0),
    );
  }
}

/** The guard lets in members only; one without number would be a fault of ours. */
export function numberOf({ memberNo }: Principal): number {
  if (memberNo === null) throw noMember();
  return memberNo;
}

function ownComplaint(row: Complaint, steps: readonly CareStep[], pictures: number): OwnComplaint {
  const { complaintId, complaintNo, text, tradingPlan, dueOn } = row;
  const state = stateOf(row);
  const appeal = steps.find(({ act }) => act === 'APPEAL');
  return {
    complaintId,
    complaintNo,
    channel: channelOf(row.channel),
    category: categoryOf(row.category),
    state,
    text,
    tradingPlan,
    pictures,
    registeredAt: iso(row.registeredAt),
    dueOn: dueOn === null ? null : formatDay(epochDay(dueOn)),
    appeal: appeal === undefined ? null : { text: appeal.text ?? '', appealedAt: iso(appeal.at) },
    answers: steps
      .filter(({ act }) => act === 'ANSWER')
      .map(({ outcome, text: said, at }) => ({
        outcome: outcomeOf(outcome) ?? 'UNFOUNDED',
        text: said ?? '',
        answeredAt: iso(at),
      })),
    mayAppeal: nextComplaintState('APPEAL', state) !== null,
  };
}
