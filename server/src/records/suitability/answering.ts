import { Injectable } from '@nestjs/common';
import type { HandInAnswers } from '@siyu/shared/contracts/suitability';
import { ASSESSED_SUBJECT } from '@siyu/shared/contracts/suitability.limits';
import { Reviews } from '../../foundation/reviews/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database, insertRows, type Transaction } from '../../platform/database/index.ts';
import type { Principal, RequestOrigin } from '../../platform/http/index.ts';
import { repeatOnDuplicate } from '../../platform/imports/index.ts';
import { Identity, maskedMember } from '../identity/index.ts';
import { Assessment } from './assessment.entity.ts';
import { Assessing, toldOf } from './assessing.ts';
import { AssessmentMoves } from './assessment-moves.ts';
import { PersonRecords } from './person-records.ts';
import { Questionnaires } from './questionnaire/questionnaires.ts';
import { SealedOrigins } from './sealed-origins.ts';
import { assessmentTaken, questionnaireOutdated } from './suitability.errors.ts';

/** Takes the answers of members, and says what they make (REQ-SUIT-8). */
@Injectable()
export class Answering {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly reviews: Reviews,
    private readonly questionnaires: Questionnaires,
    private readonly assessing: Assessing,
    private readonly origins: SealedOrigins,
    private readonly records: PersonRecords,
    private readonly moves: AssessmentMoves,
  ) {}

  /**
   * Handed in again it is the same assessment, and what was answered first stays.
   * @throws {AppError} identity.consent_required, suitability.questionnaire_outdated, suitability.answers_faulty,
   *   suitability.assessed_today, suitability.assessed_too_often, suitability.assessment_taken
   */
  async handIn(caller: Principal, handed: HandInAnswers, origin: RequestOrigin): Promise<void> {
    const memberNo = await this.records.memberNoOf(caller);
    const { assessmentId } = handed;
    const sealedOrigin = await this.origins.seal(assessmentId, memberNo, origin);
    await repeatOnDuplicate(this.database, async (tx) => {
      const { assessments } = await this.records.hold(tx, memberNo);
      if (assessments.some((each) => each.assessmentId === assessmentId)) return;
      if (await tx.manager.existsBy(Assessment, { assessmentId })) throw assessmentTaken();
      const questionnaire = await this.questionnaires.at(this.clock.now());
      if (questionnaire.version !== handed.questionnaireVersion) throw questionnaireOutdated();
      const row = await this.assessing.assess(
        { ...handed, memberNo, takenAt: this.clock.now() },
        assessments,
        { isLimited: true },
      );
      await insertRows(tx, Assessment, [{ ...row, sealedOrigin }]);
      if (row.isHeld) await this.#askPerson(tx, caller, row);
      await this.moves.follow(tx, assessments, toldOf(row));
    });
  }

  /** The result is no part of the title: it is seen by those who may decide. */
  async #askPerson(
    tx: Transaction,
    requester: Principal,
    { assessmentId, memberNo, sha256 }: Pick<Assessment, 'assessmentId' | 'memberNo' | 'sha256'>,
  ): Promise<void> {
    const { displayName } = maskedMember(await this.identity.getMember(memberNo));
    await this.reviews.request(tx, {
      subjectKind: ASSESSED_SUBJECT,
      subjectId: assessmentId,
      subjectTitle: `${displayName}的风险测评`,
      version: 1,
      sha256,
      requester,
    });
  }
}
