import { Injectable } from '@nestjs/common';
import type { ComplaintCategory, ComplaintChannel } from '@siyu/shared/contracts/care.limits';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { In, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { tooManyComplaints } from './care.errors.ts';
import { CarePeriodSetting } from './care-periods.ts';
import { CareSteps } from './care-steps.ts';
import { Complaint, ComplaintNumber } from './complaint.entity.ts';

const DAY_MS = 86_400_000;
/** Of one client: far more than anybody has to complain of, far less than a script sends. */
const COMPLAINTS_PER_DAY = 20;

export interface NewComplaint {
  readonly complaintId: string;
  readonly channel: ComplaintChannel;
  readonly category: ComplaintCategory;
  readonly memberNo: number | null;
  readonly complainant: string | null;
  readonly branchId: string | null;
  readonly text: string;
  readonly tradingPlan: string | null;
  readonly callId: string | null;
}

/** The register of complaints: each has a number of its day and a day until which it is answered. */
@Injectable()
export class ComplaintRegister {
  constructor(
    private readonly clock: Clock,
    private readonly periods: CarePeriodSetting,
    private readonly steps: CareSteps,
  ) {}

  /** @throws {AppError} care.too_many_complaints, for a client whose registrations are given */
  async enter(
    tx: Transaction,
    actor: Principal,
    told: NewComplaint,
    numbers: readonly number[] = [],
  ): Promise<void> {
    const now = this.clock.now();
    await this.#refuseFlood(tx, numbers, now);
    const due = await this.periods.answerDay(told.channel, now);
    const row: Complaint = {
      ...told,
      complaintNo: await this.#nextNo(tx, now),
      state: 'OPEN',
      stepNo: 1,
      ownerId: null,
      appealedFromId: null,
      dueOn: due.day,
      registeredAt: now,
      closableOn: null,
      periodsVersion: due.periodsVersion,
      holidaysVersion: due.holidaysVersion,
      restrictedAt: null,
    };
    await insertRows(tx, Complaint, [row]);
    const { complaintId: subjectId, memberNo } = told;
    const step = { act: 'REGISTER', state: 'OPEN', stepNo: 1 };
    await this.steps.append(tx, { kind: 'complaint', subjectId, memberNo, actor }, step);
  }

  async #refuseFlood({ manager }: Transaction, numbers: readonly number[], now: number): Promise<void> {
    if (numbers.length === 0) return;
    const today = { memberNo: In([...numbers]), registeredAt: MoreThan(now - DAY_MS) };
    if ((await manager.countBy(Complaint, today)) >= COMPLAINTS_PER_DAY) throw tooManyComplaints();
  }

  /**
   * `TS20261124-0007`: the seventh of its day. Who counts waits for whoever counted before; two who both begin a day
   * are told apart by the key, and the second one does its work again.
   */
  async #nextNo({ manager }: Transaction, now: number): Promise<string> {
    const numberedOn = dayOfInstant(now);
    const { affected } = await manager
      .createQueryBuilder()
      .update(ComplaintNumber)
      .set({ lastNo: () => 'last_no + 1' })
      .where({ numberedOn })
      .execute();
    if (affected !== 1) await manager.insert(ComplaintNumber, { numberedOn, lastNo: 1 });
    const { lastNo } = await manager.findOneByOrFail(ComplaintNumber, { numberedOn });
    return `TS${formatDay(numberedOn).replaceAll('-', '')}-${String(lastNo).padStart(4, '0')}`;
  }
}
