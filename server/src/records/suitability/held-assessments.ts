import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { HeldAssessment } from '@siyu/shared/contracts/suitability';
import { ASSESSED_SUBJECT, EARLIER_ASSESSMENTS_MAX } from '@siyu/shared/contracts/suitability.limits';
import type { Answer } from '@siyu/shared/suitability';
import { epochDay, formatDay } from '@siyu/shared/time';
import { Audit } from '../../foundation/audit/index.ts';
import { type DecidedReview, Reviews } from '../../foundation/reviews/index.ts';
import { Database, type Transaction } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity, maskedMember } from '../identity/index.ts';
import { Assessment } from './assessment.entity.ts';
import { AssessmentMoves } from './assessment-moves.ts';
import { PersonRecords } from './person-records.ts';
import { Questionnaires, type WordedQuestionnaire } from './questionnaire/questionnaires.ts';
import { assessmentNotFound, changedSinceReview } from './suitability.errors.ts';

/** Assessments that rose so far within days that a person looks at them before they count (REQ-SUIT-7). */
@Injectable()
export class HeldAssessments implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly identity: Identity,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly questionnaires: Questionnaires,
    private readonly records: PersonRecords,
    private readonly moves: AssessmentMoves,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(ASSESSED_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /** Beside the answers of the time before; that somebody read it is on record. */
  async open(caller: Principal, assessmentId: string): Promise<HeldAssessment> {
    const held = await this.database.read.findOneBy(Assessment, { assessmentId, isHeld: true });
    if (held === null) throw assessmentNotFound();
    const { memberNo, questionnaireVersion, answers, sha256 } = held;
    const { memberId, displayName } = maskedMember(await this.identity.getMember(memberNo));
    await this.database.runInTransaction((tx) =>
      this.audit.record(tx, {
        actor: caller,
        action: 'suitability.read_assessment',
        subjectKind: 'member',
        subjectId: memberId,
        subjectNo: memberNo,
        inputs: { assessmentId },
      }),
    );
    const { assessments } = await this.records.read(memberNo);
    const earlier = assessments.filter(({ takenAt }) => takenAt < held.takenAt).reverse();
    const { value } = await this.questionnaires.ofVersion(questionnaireVersion);
    const before = await this.#answersBefore(earlier[0]?.assessmentId);
    return {
      assessmentId,
      memberId,
      memberName: displayName,
      level: held.level,
      score: held.score,
      takenAt: new Date(held.takenAt).toISOString(),
      validUntil: formatDay(epochDay(held.validUntil)),
      sha256,
      answers: wordsOf(value, answers).map(({ key, question, chosen }) => ({
        question,
        chosen,
        before: before.get(key) ?? null,
      })),
      earlier: earlier.slice(0, EARLIER_ASSESSMENTS_MAX).map(({ level, score, takenAt }) => ({
        level,
        score,
        takenAt: new Date(takenAt).toISOString(),
      })),
    };
  }

  async #answersBefore(assessmentId: string | undefined): Promise<ReadonlyMap<string, string[]>> {
    if (assessmentId === undefined) return new Map();
    const { questionnaireVersion, answers } = await this.database.read.findOneByOrFail(Assessment, {
      assessmentId,
    });
    const { value } = await this.questionnaires.ofVersion(questionnaireVersion);
    return new Map(wordsOf(value, answers).map(({ key, chosen }) => [key, chosen]));
  }

  /** In the transaction of the decision, and of that very result. */
  async #decide(tx: Transaction, { subjectId, sha256, isApproved, decider }: DecidedReview): Promise<void> {
    const row = await this.database.read.findOneBy(Assessment, { assessmentId: subjectId, sha256 });
    if (row === null) throw changedSinceReview();
    const { memberNo, assessmentId } = row;
    const { assessments } = await this.records.hold(tx, memberNo);
    const held = assessments.find((each) => each.assessmentId === assessmentId);
    if (held === undefined || held.releasedAt !== null || held.refusedAt !== null) throw changedSinceReview();
    const kind = isApproved ? 'RELEASED' : 'REFUSED';
    await this.moves.take(tx, assessments, held, kind, { staffId: decider.id });
    const { memberId } = await this.identity.getMember(memberNo);
    await this.audit.record(tx, {
      actor: decider,
      action: isApproved ? 'suitability.release_assessment' : 'suitability.refuse_assessment',
      subjectKind: 'member',
      subjectId: memberId,
      subjectNo: memberNo,
      inputs: { assessmentId, sha256 },
    });
  }
}

/** Answers in the words of their questionnaire, in its order. */
function wordsOf({ questions }: WordedQuestionnaire, answers: readonly Answer[]) {
  return questions.map(({ key, title, options }) => {
    const chosen = answers.find(({ question }) => question === key)?.options ?? [];
    return {
      key,
      question: title,
      chosen: options.filter((option) => chosen.includes(option.key)).map(({ text }) => text),
    };
  });
}
