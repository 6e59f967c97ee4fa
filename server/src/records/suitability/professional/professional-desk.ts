import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CheckApplication } from '@siyu/shared/contracts/professional';
import { PROFESSIONAL_SUBJECT, PROFESSIONAL_VALID_MONTHS } from '@siyu/shared/contracts/professional.limits';
import { addMonths, dayOfInstant } from '@siyu/shared/time';
import { Audit } from '../../../foundation/audit/index.ts';
import { type DecidedReview, Reviews } from '../../../foundation/reviews/index.ts';
import { Clock } from '../../../platform/clock/index.ts';
import { Database, type Transaction } from '../../../platform/database/index.ts';
import type { Principal } from '../../../platform/http/index.ts';
import { Outbox } from '../../../platform/outbox/index.ts';
import { Identity, maskedMember } from '../../identity/index.ts';
import { InvestorStanding } from '../investor-standing.ts';
import { mayBecomeProfessional } from './may-become-professional.ts';
import { ProfessionalApplication } from './professional-application.entity.ts';
import { ProfessionalLists } from './professional-lists.ts';
import { PROFESSIONAL_DECIDED, type ProfessionalDecided } from './professional.events.ts';
import { applicationMovedOn, notAssessed, ownAdviser } from './professional.errors.ts';

/**
 * Two people decide on an application, neither of whom made it: the first finds the evidence sufficient and asks for a
 * review, the second decides. Either may refuse, with words for the member.
 */
@Injectable()
export class ProfessionalDesk implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly audit: Audit,
    private readonly reviews: Reviews,
    private readonly investors: InvestorStanding,
    private readonly lists: ProfessionalLists,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.reviews.onDecided(PROFESSIONAL_SUBJECT, (tx, review) => this.#decide(tx, review));
  }

  /**
   * The first of the two.
   * @throws {AppError} professional.not_found, professional.own_adviser, professional.moved_on
   */
  async check(
    caller: Principal,
    applicationId: string,
    { sha256, refusal }: CheckApplication,
  ): Promise<void> {
    const found = await this.lists.find(caller, applicationId);
    await this.database.runInTransaction(async (tx) => {
      await this.#refuseAdviser(tx, found.memberNo, caller);
      const at = this.clock.now();
      const checked = { checkerId: caller.id, checkedAt: at };
      const outcome =
        refusal === null
          ? ({ ...checked, state: 'CHECKED' } as const)
          : ({ ...checked, ...refused(refusal, caller.id, at) } as const);
      const { affected } = await tx.manager.update(
        ProfessionalApplication,
        { applicationId, state: 'WAITING', sha256 },
        outcome,
      );
      if (affected !== 1) throw applicationMovedOn();
      await this.#note(tx, caller, refusal === null ? 'check' : 'refuse', found);
      if (refusal !== null) {
        await this.#tell(tx, found, false);
        return;
      }
      const { displayName } = maskedMember(await this.identity.getMember(found.memberNo));
      await this.reviews.request(tx, {
        subjectKind: PROFESSIONAL_SUBJECT,
        subjectId: applicationId,
        subjectTitle: `专业投资者申请（${displayName}）`,
        version: 1,
        sha256,
        requester: caller,
      });
    });
  }

  /** The second: in the transaction of the decision, which is not the first person's. */
  async #decide(
    tx: Transaction,
    { subjectId: applicationId, isApproved, comment, decider, sha256 }: DecidedReview,
  ): Promise<void> {
    const application = await tx.manager.findOneByOrFail(ProfessionalApplication, { applicationId });
    const { memberNo } = application;
    await this.#refuseAdviser(tx, memberNo, decider);
    const at = this.clock.now();
    const { investor } = await this.investors.of(memberNo, tx.manager);
    if (isApproved && !mayBecomeProfessional(investor, dayOfInstant(at))) throw notAssessed();
    const outcome = isApproved
      ? ({
          state: 'APPROVED',
          openKey: null,
          deciderId: decider.id,
          decidedAt: at,
          validUntil: addMonths(dayOfInstant(at), PROFESSIONAL_VALID_MONTHS),
        } as const)
      : refused(comment, decider.id, at);
    const { affected } = await tx.manager.update(
      ProfessionalApplication,
      { applicationId, state: 'CHECKED', sha256 },
      outcome,
    );
    if (affected !== 1) throw applicationMovedOn();
    await this.#note(tx, decider, isApproved ? 'approve' : 'refuse', application);
    await this.#tell(tx, application, isApproved);
  }

  #tell(
    tx: Transaction,
    { applicationId, memberNo }: ProfessionalApplication,
    isApproved: boolean,
  ): Promise<unknown> {
    const payload: ProfessionalDecided = { applicationId, isApproved };
    return this.outbox.publish(tx, {
      type: PROFESSIONAL_DECIDED.type,
      version: 1,
      subjectNo: memberNo,
      subjectSeq: null,
      occurredAt: this.clock.now(),
      causationId: null,
      payload,
    });
  }

  /** Whoever looks after the member has something to gain. */
  async #refuseAdviser({ manager }: Transaction, memberNo: number, { id }: Principal): Promise<void> {
    if ((await this.identity.advisersOf([memberNo], manager)).get(memberNo) === id) throw ownAdviser();
  }

  #note(
    tx: Transaction,
    actor: Principal,
    verb: 'check' | 'approve' | 'refuse',
    { applicationId, memberNo, sha256, ground }: ProfessionalApplication,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action: `professional.${verb}`,
      subjectKind: PROFESSIONAL_SUBJECT,
      subjectId: applicationId,
      subjectNo: memberNo,
      inputs: { sha256, ground },
    });
  }
}

const refused = (refusal: string, deciderId: string, decidedAt: number) =>
  ({ state: 'REFUSED', openKey: null, refusal, deciderId, decidedAt }) as const;
