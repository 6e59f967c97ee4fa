import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ApplyAsProfessional,
  OwnApplication,
  OwnProfessional,
} from '@siyu/shared/contracts/professional';
import { OWED_PROFESSIONAL_STATES, PROFESSIONAL_SUBJECT } from '@siyu/shared/contracts/professional.limits';
import { PROFESSIONAL_TEXT, PROFESSIONAL_TEXT_VERSION } from '@siyu/shared/messages';
import { dayOfInstant, formatDay } from '@siyu/shared/time';
import { In } from 'typeorm';
import { Audit, sha256OfJson } from '../../../foundation/audit/index.ts';
import { Reviews } from '../../../foundation/reviews/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { repeatOnDuplicate } from '../../../platform/imports/index.ts';
import { Identity } from '../../identity/index.ts';
import { InvestorStanding } from '../investor-standing.ts';
import { mayBecomeProfessional } from './may-become-professional.ts';
import { ProfessionalApplication } from './professional-application.entity.ts';
import { ProfessionalPictures } from './professional-pictures.ts';
import { ProfessionalStandings } from './professional-standings.ts';
import { alreadyApplied, applicationTaken, notAssessed, textChanged } from './professional.errors.ts';

const textSha256 = createHash('sha256').update(PROFESSIONAL_TEXT, 'utf8').digest('hex');
const iso = (instant: number): string => new Date(instant).toISOString();

/** What a member does about being professional: ask for it with evidence, and go back at any time. */
@Injectable()
export class OwnProfessionals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly standings: ProfessionalStandings,
    private readonly investors: InvestorStanding,
    private readonly pictures: ProfessionalPictures,
  ) {}

  async get(memberNo: number): Promise<OwnProfessional> {
    const numbers = await this.identity.numbersOf(memberNo);
    const last = await this.database.read.findOne(ProfessionalApplication, {
      where: { memberNo: In([...numbers]) },
      order: { appliedAt: 'DESC', applicationId: 'DESC' },
    });
    const [until, isFit] = await Promise.all([
      this.standings.professionalUntil(memberNo),
      this.#isFit(memberNo),
    ]);
    return {
      professionalUntil: until === null ? null : formatDay(until),
      application: last === null ? null : await this.#shown(last),
      mayApply: until === null && isFit && !isOwed(last),
    };
  }

  /**
   * Told again it is the same application, and what was told first stays.
   * @throws {AppError} professional.text_changed, professional.not_assessed, professional.already_applied,
   *   professional.taken, professional.picture_gone
   */
  async apply(caller: Principal, memberNo: number, told: ApplyAsProfessional): Promise<void> {
    const { applicationId, ground, experience, pictureIds, textVersion } = told;
    if (textVersion !== PROFESSIONAL_TEXT_VERSION) throw textChanged();
    await repeatOnDuplicate(this.database, async (tx) => {
      const numbers = await this.#hold(tx, memberNo);
      const known = await tx.manager.findOneBy(ProfessionalApplication, { applicationId });
      if (known !== null) {
        if (!numbers.includes(known.memberNo)) throw applicationTaken();
        return;
      }
      if ((await this.#open(tx, numbers)).length > 0) throw alreadyApplied();
      if ((await this.standings.professionalUntil(memberNo, tx.manager)) !== null) throw alreadyApplied();
      if (!(await this.#isFit(memberNo))) throw notAssessed();
      const evidence = await this.pictures.attach(tx, memberNo, applicationId, pictureIds);
      const row: ProfessionalApplication = {
        ...{ applicationId, memberNo, ground, experience, textVersion, textSha256 },
        openKey: String(memberNo),
        sha256: sha256OfJson({ applicationId, ground, experience, textVersion, textSha256, evidence }),
        state: 'WAITING',
        appliedAt: this.clock.now(),
        ...{ checkerId: null, checkedAt: null, deciderId: null, decidedAt: null },
        ...{ refusal: null, validUntil: null, endedAt: null },
      };
      await insertRows(tx, ProfessionalApplication, [row]);
      await this.#note(tx, caller, 'professional.apply', row);
    });
  }

  /** At once: what still waits is withdrawn, what was agreed to counts no more. Said again nothing changes. */
  async becomeOrdinary(caller: Principal, memberNo: number): Promise<void> {
    await this.database.runInTransaction(async (tx) => {
      await this.endAll(tx, caller, await this.#hold(tx, memberNo));
    });
  }

  /** The same for whoever closes the account; the members' clocks are held. */
  async endAll(tx: Transaction, actor: Principal | 'system', numbers: readonly number[]): Promise<void> {
    for (const each of await this.#open(tx, numbers, ['WAITING', 'CHECKED', 'APPROVED'])) {
      const { applicationId } = each;
      if (each.state === 'CHECKED' && actor !== 'system')
        await this.reviews.supersede(tx, PROFESSIONAL_SUBJECT, applicationId, actor);
      const state = each.state === 'APPROVED' ? 'ENDED' : 'WITHDRAWN';
      const ended = { state, openKey: null, endedAt: this.clock.now() } as const;
      await tx.manager.update(ProfessionalApplication, { applicationId }, ended);
      await this.#note(tx, actor, 'professional.become_ordinary', each);
    }
  }

  async #isFit(memberNo: number): Promise<boolean> {
    const { investor } = await this.investors.of(memberNo);
    return mayBecomeProfessional(investor, dayOfInstant(this.clock.now()));
  }

  #open(
    { manager }: Transaction,
    numbers: readonly number[],
    states: readonly ProfessionalApplication['state'][] = OWED_PROFESSIONAL_STATES,
  ): Promise<ProfessionalApplication[]> {
    return manager.findBy(ProfessionalApplication, {
      memberNo: In([...numbers]),
      state: In([...states]),
    });
  }

  /** Two at once of one member come one after the other. */
  async #hold(tx: Transaction, memberNo: number): Promise<readonly number[]> {
    const numbers = await this.identity.numbersOf(memberNo);
    await this.identity.lockMembers(tx, numbers);
    return numbers;
  }

  async #shown(row: ProfessionalApplication): Promise<OwnApplication> {
    const { applicationId, ground, state, experience, appliedAt, decidedAt, refusal } = row;
    return {
      ...{ applicationId, ground, state, experience, refusal },
      pictures: (await this.pictures.idsOf(applicationId)).length,
      appliedAt: iso(appliedAt),
      decidedAt: decidedAt === null ? null : iso(decidedAt),
    };
  }

  #note(
    tx: Transaction,
    actor: Principal | 'system',
    action: string,
    { applicationId, memberNo, sha256, textVersion }: ProfessionalApplication,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action,
      subjectKind: PROFESSIONAL_SUBJECT,
      subjectId: applicationId,
      subjectNo: memberNo,
      inputs: { sha256, textVersion },
    });
  }
}

const isOwed = (last: ProfessionalApplication | null): boolean =>
  last !== null && (last.state === 'WAITING' || last.state === 'CHECKED');
