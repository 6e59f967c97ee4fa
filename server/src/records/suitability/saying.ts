import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ConfirmAssessment, MakeStatement } from '@siyu/shared/contracts/suitability';
import { SUITABILITY_WORDS } from '@siyu/shared/contracts/suitability.limits';
import { dayOfInstant } from '@siyu/shared/time';
import { Clock, Randomness } from '../../platform/clock/index.ts';
import { Database, insertRows } from '../../platform/database/index.ts';
import type { Principal, RequestOrigin } from '../../platform/http/index.ts';
import { Engagement } from '../engagement/index.ts';
import { InvestorStatement } from './assessment.entity.ts';
import { AssessmentMoves } from './assessment-moves.ts';
import { PersonRecords } from './person-records.ts';
import { SealedOrigins } from './sealed-origins.ts';
import {
  assessmentExpired,
  assessmentNotFound,
  assessmentRefused,
  assessmentReplaced,
  wordsOutdated,
} from './suitability.errors.ts';

/** What members say of their assessments, in words that have a version. */
@Injectable()
export class Saying {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly engagement: Engagement,
    private readonly origins: SealedOrigins,
    private readonly records: PersonRecords,
    private readonly moves: AssessmentMoves,
  ) {}

  /**
   * The member has seen the result and says it is so; only then it counts (REQ-SUIT-8). Said again nothing changes.
   * @throws {AppError} suitability.assessment_not_found, suitability.assessment_replaced, suitability.assessment_refused,
   *   suitability.assessment_expired
   */
  async confirm(
    caller: Principal,
    assessmentId: string,
    { textVersion }: ConfirmAssessment,
    origin: RequestOrigin,
  ): Promise<void> {
    const memberNo = await this.records.memberNoOf(caller);
    const sealedOrigin = await this.origins.seal(assessmentId, memberNo, origin);
    await this.database.runInTransaction(async (tx) => {
      const { assessments } = await this.records.hold(tx, memberNo);
      const found = assessments.find((each) => each.assessmentId === assessmentId);
      if (found === undefined) throw assessmentNotFound();
      if (found.confirmedAt !== null) return;
      if (found !== assessments.at(-1)) throw assessmentReplaced();
      if (found.refusedAt !== null) throw assessmentRefused();
      if (dayOfInstant(this.clock.now()) >= found.validUntil) throw assessmentExpired();
      const textSha256 = sha256Of(SUITABILITY_WORDS.CONFIRMED.text);
      await this.moves.take(tx, assessments, found, 'CONFIRMED', { textVersion, textSha256, sealedOrigin });
    });
  }

  /**
   * That the member gives no information, or that the facts are others now (REQ-SUIT-10, REQ-SUIT-6). It holds until
   * answers are handed in; said again until then nothing changes.
   * @throws {AppError} suitability.words_outdated
   */
  async state(caller: Principal, { kind, textVersion }: MakeStatement, origin: RequestOrigin): Promise<void> {
    const memberNo = await this.records.memberNoOf(caller);
    const { version, text } = SUITABILITY_WORDS[kind];
    if (textVersion !== version) throw wordsOutdated();
    const statementId = this.randomness.uuid();
    const sealedOrigin = await this.origins.seal(statementId, memberNo, origin);
    await this.database.runInTransaction(async (tx) => {
      const { assessments, statements } = await this.records.hold(tx, memberNo);
      const since = assessments.at(-1)?.takenAt ?? 0;
      if (statements.some((said) => said.kind === kind && said.at >= since)) return;
      const said = { statementId, memberNo, kind, textVersion, textSha256: sha256Of(text), sealedOrigin };
      await insertRows(tx, InvestorStatement, [{ ...said, statedAt: this.clock.now() }]);
      if (kind === 'FACTS_CHANGED')
        await this.engagement.append(tx, memberNo, [{ type: 'kyc_updated', eventId: statementId }]);
    });
  }
}

const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
