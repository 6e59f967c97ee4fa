import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.ts';
import { insertRows, type Transaction } from '../../platform/database/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { Engagement } from '../engagement/index.ts';
import { Identity } from '../identity/index.ts';
import { AssessmentStep } from './assessment.entity.ts';
import { countedAssessment, hasEffect } from './counted-assessment.ts';
import { ASSESSMENT_MOVED, type AssessmentMove, type AssessmentMoved } from './suitability.events.ts';
import type { ToldAssessment } from './told-assessments.ts';

/** Of whom a step is, and with which words and from where. */
export type StepTrace = Pick<AssessmentStep, 'staffId' | 'textVersion' | 'textSha256' | 'sealedOrigin'>;

const UNTRACED: StepTrace = { staffId: null, textVersion: null, textSha256: null, sealedOrigin: null };
/** What a step sets in the assessment that it is of. */
const SETS = {
  CONFIRMED: 'confirmedAt',
  RELEASED: 'releasedAt',
  REFUSED: 'refusedAt',
} as const satisfies Readonly<Record<string, keyof ToldAssessment>>;

/** Appends what becomes of assessments, and tells of it in the same transaction. */
@Injectable()
export class AssessmentMoves {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly identity: Identity,
    private readonly engagement: Engagement,
  ) {}

  /** @param known all assessments of the person as they stand, the oldest first */
  async take(
    tx: Transaction,
    known: readonly ToldAssessment[],
    assessment: ToldAssessment,
    kind: keyof typeof SETS,
    trace: Partial<StepTrace>,
  ): Promise<void> {
    const at = this.clock.now();
    const { assessmentId, memberNo } = assessment;
    await insertRows(tx, AssessmentStep, [{ ...UNTRACED, ...trace, assessmentId, memberNo, kind, at }]);
    const moved = { ...assessment, [SETS[kind]]: at };
    if (hasEffect(moved)) await this.#record(tx, moved);
    const after = known.map((each) => (each.assessmentId === assessmentId ? moved : each));
    await this.tell(tx, moved, kind, isLevelChanged(known, after));
  }

  /** That answers were handed in: a worse result counts at once. */
  async follow(tx: Transaction, known: readonly ToldAssessment[], assessment: ToldAssessment): Promise<void> {
    await this.tell(tx, assessment, 'HANDED_IN', isLevelChanged(known, [...known, assessment]));
  }

  async tell(
    tx: Transaction,
    { assessmentId, memberNo }: Pick<ToldAssessment, 'assessmentId' | 'memberNo'>,
    move: AssessmentMove,
    isChanged = false,
  ): Promise<void> {
    const payload: AssessmentMoved = { assessmentId, move, isLevelChanged: isChanged };
    await this.outbox.publish(tx, {
      type: ASSESSMENT_MOVED.type,
      version: 1,
      subjectNo: memberNo,
      subjectSeq: null,
      occurredAt: this.clock.now(),
      causationId: null,
      payload,
    });
  }

  /** In the member's log; who has withdrawn consent meanwhile gets no entry, and the assessment counts all the same. */
  async #record(tx: Transaction, { assessmentId, memberNo, validUntil }: ToldAssessment): Promise<void> {
    if (!(await this.identity.mayProcess(memberNo, 'SERVICE', tx.manager))) return;
    const event = { type: 'risk_assessed', eventId: assessmentId, value: validUntil } as const;
    await this.engagement.append(tx, memberNo, [event]);
  }
}

function isLevelChanged(before: readonly ToldAssessment[], after: readonly ToldAssessment[]): boolean {
  const level = countedAssessment(before)?.level;
  return level !== undefined && level !== countedAssessment(after)?.level;
}
